/** `GET /p/:product`: what the code on the shelf leads to. */
import { startWords, whatsappLink } from '../../chat/links.ts';
import { type Fact, type Place, type Product, placeById, unitById } from '../../shop/catalogue.ts';
import { shownPhone } from '../../shop/phone.ts';
import { AskLink, document, Icon, link, SampleMark, Term } from './layout.tsx';
import { Picture, PriceLine, ShelfNumber } from './stand-page.tsx';
import {
  canBeOrdered,
  dateWords,
  factWords,
  lowestPriceWords,
  type PageInput,
  priceWords,
  say,
  stateWords,
  stockWords,
} from './words.ts';

interface ProductProps {
  readonly page: PageInput;
  readonly product: Product;
}

export function productPage(page: PageInput, product: Product): string {
  const name = say(page, product.name);
  const stand = say(page, page.snapshot.stand.name);
  return document({
    page,
    title: `${name} · ${stand}`,
    description: page.t('page-product-description', { product: name, stand }),
    path: `/p/${encodeURIComponent(product.slug)}`,
    children: <ProductArticle page={page} product={product} />,
  });
}

function ProductArticle({ page, product }: ProductProps) {
  const { t } = page;
  const name = say(page, product.name);
  const story = say(page, product.story);
  return (
    <>
      <a class="back" href={link(page, '/')}>
        <Icon name="back" /> {t('page-back')}
      </a>
      <article class="product">
        <div class="front">
          <Picture photo={product.photo} alt={t('page-photo', { product: name })} late={false} />
          <ShelfNumber page={page} number={product.shelfNumber} />
        </div>
        <Summary page={page} product={product} name={name} />
        <div class="story">
          {story && <p class="lead">{story}</p>}
          <Variants page={page} product={product} />
          <Facts page={page} product={product} />
          <Unit page={page} product={product} />
        </div>
      </article>
    </>
  );
}

function Summary({ page, product, name }: ProductProps & { readonly name: string }) {
  const { t, telegram, whatsapp } = page;
  const unit = unitById(page.snapshot, product.unitId);
  const state = stateWords(page, product);
  return (
    <div class="summary">
      <h1 class="title">{name}</h1>
      {unit && <p class="unit">{t('page-made-by', { unit: say(page, unit.name) })}</p>}
      <PriceLine page={page} product={product} price={lowestPriceWords(page, product)} />
      <p class={`state ${state.tone}`}>{state.text}</p>
      {product.sample && <p class="note">{t('page-sample-product')}</p>}
      <p class="actions">
        <AskLink page={page} slug={product.slug} name={name} class="button">
          {t(canBeOrdered(page, product) ? 'page-order-here' : 'page-ask-here')}
        </AskLink>
        {whatsapp && (
          <a class="button second" href={whatsappLink(whatsapp, askWords(page, product))}>
            {t('page-whatsapp')}
          </a>
        )}
        {telegram && (
          <a
            class="button second"
            href={`https://t.me/${telegram}?start=${encodeURIComponent(product.slug)}`}
          >
            {t('page-telegram')}
          </a>
        )}
      </p>
      <ByHand page={page} product={product} />
    </div>
  );
}

/** For whoever reads this on another screen than that of their phone: the same, typed. */
function ByHand({ page, product }: ProductProps) {
  const { t, telegram, whatsapp } = page;
  if (telegram === null && whatsapp === null) return null;
  return (
    <p class="by-hand">
      {t('page-by-hand', { number: product.shelfNumber })}
      {whatsapp && <b class="way">WhatsApp {shownPhone(whatsapp)}</b>}
      {telegram && <b class="way">Telegram @{telegram}</b>}
    </p>
  );
}

/** What a visitor sends on WhatsApp: it may be read by anybody. */
function askWords(page: PageInput, product: Product): string {
  return startWords(page.t('page-whatsapp-words', { product: say(page, product.name) }), product.slug);
}

function Variants({ page, product }: ProductProps) {
  if (product.variants.length < 2) return null;
  return (
    <>
      <h2 class="heading">{page.t('page-variants')}</h2>
      <ul class="variants">
        {product.variants.map((variant) => (
          <li class="variant">
            <b class="variant-name">{say(page, variant.name)}</b>
            <PriceLine page={page} product={product} price={priceWords(page, variant.price)} />
            {product.mode === 'ready' && (
              <span class="per">{stockWords(page, product, page.stock.get(variant.id) ?? 0)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ page, product }: ProductProps) {
  const known = product.facts.filter((fact) => factWords(page, fact) !== null);
  const unknown = product.facts.filter((fact) => factWords(page, fact) === null);
  const place = placeById(page.snapshot, product.placeId);
  return (
    <>
      <h2 class="heading">{page.t('page-facts')}</h2>
      <dl class="terms">
        {known.map((fact) => (
          <KnownFact page={page} fact={fact} />
        ))}
        {place && <PickUp page={page} place={place} />}
      </dl>
      {unknown.length > 0 && <UnknownFacts page={page} facts={unknown} />}
    </>
  );
}

/** Says when it was confirmed but not by whom: the name of an officer is not for the public. */
function KnownFact({ page, fact }: { readonly page: PageInput; readonly fact: Fact }) {
  const { confirmedAt } = fact;
  return (
    <Term name={page.t('page-attribute', { attribute: fact.attribute })}>
      {factWords(page, fact)}{' '}
      {confirmedAt !== null && (
        <small class="per">{page.t('page-confirmed', { date: dateWords(page, confirmedAt) })}</small>
      )}
    </Term>
  );
}

function UnknownFacts({ page, facts }: { readonly page: PageInput; readonly facts: readonly Fact[] }) {
  return (
    <div class="unknowns">
      <h3 class="unknowns-name">{page.t('page-unknown')}</h3>
      <ul class="chips">
        {facts.map((fact) => (
          <li class="chip">{page.t('page-attribute', { attribute: fact.attribute })}</li>
        ))}
      </ul>
      <p class="per">{page.t('page-unknown-offer')}</p>
    </div>
  );
}

function PickUp({ page, place }: { readonly page: PageInput; readonly place: Place }) {
  return (
    <Term name={page.t('page-pick-up')}>
      {say(page, place.name)} {place.sample && <SampleMark page={page} />}
    </Term>
  );
}

function Unit({ page, product }: ProductProps) {
  const unit = unitById(page.snapshot, product.unitId);
  if (!unit || say(page, unit.about) === '') return null;
  return (
    <>
      <h2 class="heading">{say(page, unit.name)}</h2>
      <p>{say(page, unit.about)}</p>
    </>
  );
}
