/** `GET /data`: the file with all that is kept about somebody. The key comes behind the `#`, for their eyes only. */
import { DATA_PATH } from '../../chat/links.ts';
import { documentAlone } from './layout.tsx';
import type { PageInput } from './words.ts';

export function ownDataPage(page: PageInput, isOver: boolean): string {
  const { t } = page;
  return documentAlone({
    page,
    title: t('page-own-data'),
    description: t('page-own-data-text'),
    path: DATA_PATH,
    script: 'own-data.js',
    children: (
      <section>
        <h1>{t('page-own-data')}</h1>
        <p>{t(isOver ? 'page-own-data-over' : 'page-own-data-text')}</p>
        <noscript>
          <p>{t('page-own-data-script')}</p>
        </noscript>
        <form method="post" action={DATA_PATH} hidden>
          <input type="hidden" name="key" />
          <button type="submit">{t('page-own-data-button')}</button>
        </form>
      </section>
    ),
  });
}
