/** What every page of the stand shares: head, awning, sign, the chat and the dock that opens it on a phone. */
import type { Child, PropsWithChildren } from 'hono/jsx';
import { type Language, placeById } from '../../shop/catalogue.ts';
import { hoursWords, type PageInput, say } from './words.ts';

interface PageProps {
  readonly page: PageInput;
}

interface LayoutProps extends PageProps {
  readonly title: string;
  readonly description: string;
  /** Where this page is, without the language: the switch leads back to it. */
  readonly path: string;
}

/**
 * The language to answer in: what the address asks for, else the first that the browser prefers and that
 * there is copy for, else the stand's own.
 */
export function chooseLanguage(
  asked: string | undefined,
  acceptLanguage: string | undefined,
  languages: readonly Language[],
  fallback: Language,
): Language {
  const candidates = [asked ?? '', ...preferred(acceptLanguage ?? '')];
  for (const candidate of candidates) {
    const tag = candidate.trim().toLowerCase();
    // "in" is what old Java and Android call Indonesian.
    const primary = tag.split('-')[0] === 'in' ? 'id' : tag.split('-')[0];
    const found =
      languages.find((language) => language === tag) ?? languages.find((each) => each === primary);
    if (found) return found;
  }
  return fallback;
}

function preferred(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((parameter) => parameter.trim()).find((each) => each.startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

/** A link within the stand keeps the language that was chosen. */
export function link(page: PageInput, path: string, query: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ ...query, lang: page.language })}`;
}

/** The whole page as text. */
export function document(props: PropsWithChildren<LayoutProps>): string {
  return `<!DOCTYPE html>${(<Layout {...props} />).toString()}`;
}

/** A page by itself, without the chat: not for visitors, and for no search engine. */
export function documentAlone(props: PropsWithChildren<FrameProps>): string {
  const { page, path, head, children } = props;
  const body = (
    <Frame {...props} head={<NoIndex>{head}</NoIndex>}>
      <div class="stall alone">
        <Sign page={page} path={path} skip={{ to: '#main', label: page.t('whatsapp-skip') }} />
        <main id="main" class="main">
          {children}
        </main>
      </div>
    </Frame>
  );
  return `<!DOCTYPE html>${body.toString()}`;
}

function Layout(props: PropsWithChildren<LayoutProps>) {
  const { page, path, children } = props;
  return (
    <Frame {...props} script="chat.js">
      <div id="stall" class="stall">
        <Sign page={page} path={path} skip={{ to: '#chat', label: page.t('page-skip') }}>
          <Dock page={page} />
        </Sign>
        <main class="main">{children}</main>
        <Footer page={page} />
      </div>
      <Chat page={page} welcome={<Welcome page={page} />} />
    </Frame>
  );
}

/** A page for those who work here, with their chat beside it: for no search engine. */
export function documentOfSeat({
  children,
  ...props
}: PropsWithChildren<FrameProps & SeatChatProps>): string {
  const { page, path, skip, dock, chat } = props;
  const body = (
    <Frame {...props} head={<NoIndex>{props.head}</NoIndex>}>
      <div id="stall" class="stall">
        <Sign page={page} path={path} skip={skip}>
          <Dock page={page} label={dock} />
        </Sign>
        {children}
      </div>
      <Chat page={page} {...chat} />
    </Frame>
  );
  return `<!DOCTYPE html>${body.toString()}`;
}

interface SeatChatProps {
  /** What opens the chat on a phone. */
  readonly dock: string;
  readonly skip: SignProps['skip'];
  readonly chat: Omit<ChatProps, 'page'>;
}

function NoIndex({ children }: PropsWithChildren) {
  return (
    <>
      <meta name="robots" content="noindex" />
      {children}
    </>
  );
}

type FrameProps = LayoutProps & { readonly script: string; readonly head?: Child };

function Frame({ page, title, description, script, head, children }: PropsWithChildren<FrameProps>) {
  return (
    <html lang={page.language}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/app.css" />
        <script type="module" src={`/assets/${script}`}></script>
        {head}
      </head>
      <body>{children}</body>
    </html>
  );
}

interface SignProps extends PageProps {
  readonly path: string;
  /** Where the keyboard gets past the sign. */
  readonly skip: { readonly to: string; readonly label: string };
}

function Sign({ page, path, skip, children }: PropsWithChildren<SignProps>) {
  const { t, languages, language, snapshot } = page;
  return (
    <header class="sign">
      <a class="skip" href={skip.to}>
        {skip.label}
      </a>
      <div class="awning" aria-hidden="true"></div>
      <div class="bar">
        <a class="name" href={link(page, '/')}>
          {say(page, snapshot.stand.name)}
        </a>
        <nav class="languages" aria-label={t('page-languages')}>
          {languages
            .filter((each) => each !== language)
            .map((each) => (
              <a class="language" href={`${path}?lang=${each}`} hreflang={each} lang={each} rel="alternate">
                {languageName(each)}
              </a>
            ))}
        </nav>
      </div>
      {children}
    </header>
  );
}

function Dock({ page, label }: PageProps & { readonly label?: string }) {
  return (
    <a class="dock" href="#chat">
      <Icon name="chat" />
      <span>{label ?? page.t('page-chat-open')}</span>
      <b class="unread" hidden></b>
    </a>
  );
}

/** A language is called what its speakers call it. */
function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

export function SampleMark({ page }: PageProps) {
  return <small class="sample">{page.t('page-sample')}</small>;
}

function Footer({ page }: PageProps) {
  const { t, snapshot } = page;
  const { stand } = snapshot;
  const place = placeById(snapshot, stand.placeId);
  return (
    <footer class="foot">
      <h2 class="heading">{t('page-about')}</h2>
      <dl class="terms">
        {place && (
          <Term name={t('page-place')}>
            {say(page, place.name)}
            <br />
            {say(page, place.address)} {place.sample && <SampleMark page={page} />}
          </Term>
        )}
        {place && (
          <Term name={t('page-hours')}>
            {hoursWords(page, place.hours).map(({ days, hours }) => (
              <span class="hours">
                {days} {hours}
              </span>
            ))}
            {place.sample && <SampleMark page={page} />}
          </Term>
        )}
        <Term name={t('page-payment')}>
          {stand.payment ? say(page, stand.payment) : t('page-payment-unknown')}
        </Term>
        <Term name={t('page-delivery')}>
          {stand.delivery ? say(page, stand.delivery) : t('page-delivery-unknown')}
        </Term>
        <Term name={t('page-data')}>{say(page, stand.dataKeeper)}</Term>
      </dl>
    </footer>
  );
}

export function Term({ name, children }: PropsWithChildren<{ readonly name: string }>) {
  return (
    <div class="term">
      <dt class="term-name">{name}</dt>
      <dd class="term-text">{children}</dd>
    </div>
  );
}

/** A link that opens the chat about a product: without a script it still leads to the stand with the payload. */
export function AskLink(
  props: PropsWithChildren<PageProps & { slug: string; name: string; class: string; label?: string }>,
) {
  const { page, slug, name, label, children } = props;
  return (
    <a
      class={props.class}
      href={link(page, '/', { start: slug })}
      data-start={slug}
      data-said={page.t('page-said', { product: name })}
      aria-label={label}
    >
      {children}
    </a>
  );
}

interface ChatProps extends PageProps {
  readonly welcome: Child;
  /** Who answers there; left out: what visitors read. */
  readonly who?: string;
  /** The chat of somebody who has signed in: nothing of it stays in the browser. */
  readonly session?: string;
  readonly token?: string;
}

function Chat({ page, welcome, who, session, token }: ChatProps) {
  const { t } = page;
  return (
    <section
      id="chat"
      class="chat"
      aria-labelledby="chat-name"
      data-words={chatWords(page)}
      data-session={session}
      data-token={token}
    >
      <header class="chat-head">
        <Icon name="stall" />
        <div class="chat-title">
          <h2 id="chat-name" class="chat-name" tabindex={-1}>
            {t('page-chat')}
          </h2>
          <p class="chat-who">{who ?? t('page-chat-who')}</p>
        </div>
        <button type="button" class="plain" data-do="forget" title={t('page-chat-clear')} hidden>
          <Icon name="bin" />
          <span class="unseen">{t('page-chat-clear')}</span>
        </button>
        <button type="button" class="plain close" data-do="close" title={t('page-chat-close')}>
          <Icon name="close" />
          <span class="unseen">{t('page-chat-close')}</span>
        </button>
      </header>
      <div class="log" role="log" aria-live="polite" aria-labelledby="chat-name" tabindex={0}>
        {welcome}
      </div>
      <p class="typing" hidden>
        <i class="dot"></i>
        <i class="dot"></i>
        <i class="dot"></i>
        <span class="unseen">{t('page-chat-typing')}</span>
      </p>
      <Composer page={page} />
      <ForgetDialog page={page} />
    </section>
  );
}

function Welcome({ page }: PageProps) {
  const { t, snapshot } = page;
  const suggestions = ['page-chat-try-products', 'page-chat-try-order', 'page-chat-try-hours'];
  return (
    <div class="message theirs">
      <p class="said">{t('page-chat-welcome', { stand: say(page, snapshot.stand.name) })}</p>
      <div class="choices">
        {suggestions.map((key) => (
          <button type="button" class="outline" data-text={t(key)}>
            {t(key)}
          </button>
        ))}
      </div>
      <noscript>
        <p class="said">{t('page-chat-noscript')}</p>
      </noscript>
    </div>
  );
}

function Composer({ page }: PageProps) {
  const { t } = page;
  return (
    <form class="composer">
      <label class="plain photo" title={t('page-chat-photo')}>
        <Icon name="photo" />
        <span class="unseen">{t('page-chat-photo')}</span>
        <input type="file" accept="image/*" class="unseen" />
      </label>
      <textarea
        id="chat-text"
        class="text"
        rows={1}
        maxlength={8000}
        autocomplete="off"
        enterkeyhint="send"
        placeholder={t('page-chat-text')}
        aria-label={t('page-chat-text')}
      ></textarea>
      <button type="submit" class="send" title={t('page-chat-send')}>
        <Icon name="send" />
        <span class="unseen">{t('page-chat-send')}</span>
      </button>
    </form>
  );
}

/** Two ways to forget: the lines only, or also who this browser is, as on a phone that others use too. */
function ForgetDialog({ page }: PageProps) {
  const { t } = page;
  return (
    <dialog class="dialog" aria-labelledby="forget-name">
      <form method="dialog">
        <h2 id="forget-name" class="heading">
          {t('page-forget')}
        </h2>
        <p class="dialog-text">{t('page-forget-explained')}</p>
        <button type="submit" value="lines" class="outline wide">
          {t('page-forget-lines')}
        </button>
        <button type="submit" value="all" class="outline wide">
          {t('page-forget-all')}
        </button>
        <button type="submit" value="" class="outline wide quiet">
          {t('page-forget-cancel')}
        </button>
      </form>
    </dialog>
  );
}

/** The script's sentences travel with the page, so that it needs no copy of its own. */
function chatWords({ t }: PageInput): string {
  return JSON.stringify({
    failed: t('page-chat-failed'),
    retry: t('page-chat-retry'),
    photo: t('page-chat-sent-photo'),
    link: t('page-chat-link'),
    you: t('page-chat-you'),
    stand: t('page-chat-stand'),
    print: t('page-chat-print'),
  });
}

const ICONS = {
  chat: 'M4 5h16v11H9l-5 4z M8 9h8 M8 12h5',
  stall: 'M4 9l1.5-5h13L20 9 M4 9a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0A2.7 2.7 0 0 0 20 9 M5.5 12v8h13v-8',
  send: 'M4 12l16-8-6 16-3-6z M11 14l9-10',
  photo: 'M4 7h4l2-2h4l2 2h4v12H4z M12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  close: 'M6 6l12 12 M18 6L6 18',
  bin: 'M5 7h14 M10 7V4h4v3 M7 7l1 13h8l1-13 M10.5 11v5 M13.5 11v5',
  back: 'M19 12H5 M11 6l-6 6 6 6',
  lock: 'M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3 M12 14.5v2.5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15z M10 20.5h4 M12 5V3.5',
  print: 'M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z',
  out: 'M14 4H5v16h9 M10 12h10 M16 8l4 4-4 4',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3 20c0-4 2.5-6 6-6s6 2 6 6 M16 5.5a3 3 0 0 1 0 5.5 M17 14c2.6.5 4 2.5 4 6',
} as const;

export function Icon({ name }: { readonly name: keyof typeof ICONS }): Child {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
