/** `GET /`: the stand with everything on its shelf, and the chat beside it. */
import { type Product, unitById } from '../../shop/catalogue.ts';
import { AskLink, document, Icon, link, SampleMark } from './layout.tsx';
import { lowestPriceWords, type PageInput, type PriceWords, say, stateWords } from './words.ts';

export function standPage(page: PageInput): string {
  const { t, snapshot } = page;
  const stand = say(page, snapshot.stand.name);
  return document({
    page,
    title: stand,
    description: t('page-description', { stand }),
    path: '/',
    children: (
      <>
        <div class="intro">
          <h1 class="title">{t('page-tagline')}</h1>
          <p class="stage">{t('page-stage', { stage: snapshot.stand.stage })}</p>
          {snapshot.stand.sample && <p class="note">{t('page-sample-stand')}</p>}
        </div>
        {snapshot.products.length === 0 ? (
          <p class="empty">{t('page-no-products')}</p>
        ) : (
          <ul class="shelf">
            {snapshot.products.map((product, index) => (
              <Card page={page} product={product} late={index > 3} />
            ))}
          </ul>
        )}
      </>
    ),
  });
}

interface CardProps {
  readonly page: PageInput;
  readonly product: Product;
  /** Below the fold: its picture can wait. */
  readonly late: boolean;
}

function Card({ page, product, late }: CardProps) {
  const name = say(page, product.name);
  const unit = unitById(page.snapshot, product.unitId);
  const state = stateWords(page, product);
  return (
    <li class="card">
      <Picture photo={product.photo} alt="" late={late} />
      <ShelfNumber page={page} number={product.shelfNumber} />
      <div class="card-text">
        <h2 class="card-name">
          <a class="card-link" href={link(page, `/p/${encodeURIComponent(product.slug)}`)}>
            {name}
          </a>
        </h2>
        {unit && <p class="unit">{say(page, unit.name)}</p>}
        <PriceLine page={page} product={product} price={lowestPriceWords(page, product)} />
        <p class={`state ${state.tone}`}>{state.text}</p>
      </div>
      <AskLink
        page={page}
        slug={product.slug}
        name={name}
        class="ask"
        label={page.t('page-ask-label', { product: name })}
      >
        <Icon name="chat" />
        <span>{page.t('page-ask')}</span>
      </AskLink>
    </li>
  );
}

export function Picture({ photo, alt, late }: { photo: string | null; alt: string; late: boolean }) {
  if (photo === null) return <div class="picture none" aria-hidden="true"></div>;
  const source = `/media/${encodeURIComponent(photo)}`;
  return (
    <div class="picture">
      <img
        class="picture-image"
        src={source}
        alt={alt}
        width="800"
        height="600"
        loading={late ? 'lazy' : 'eager'}
        decoding="async"
      />
    </div>
  );
}

/** The number on the shelf's label, which can also be said in the chat. */
export function ShelfNumber({ page, number }: { page: PageInput; number: number }) {
  return (
    <p class="number">
      <span class="unseen">{page.t('page-number')} </span>
      {number}
    </p>
  );
}

interface PriceProps {
  readonly page: PageInput;
  readonly product: Product;
  readonly price: PriceWords;
}

export function PriceLine({ page, product, price }: PriceProps) {
  if (!price.known) {
    // Where nothing is for sale, that is said, and nobody waits for a price.
    return product.mode === 'display' ? null : <p class="price unknown">{price.text}</p>;
  }
  return (
    <p class="price">
      <b class="amount">{price.text}</b>{' '}
      <span class="per">{page.t('page-per', { unit: say(page, product.saleUnit) })}</span>{' '}
      {price.sample && <SampleMark page={page} />}
    </p>
  );
}
