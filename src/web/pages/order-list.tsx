/** `GET /pesanan`: what is open, on paper, for the workshop and the desk. Nothing about the visitors is on it. */
import type { Board } from '../../../db/store/board.ts';
import type { Seat } from '../../../db/store/seats.ts';
import { OFFICE_PATH, ORDER_LIST_PATH } from '../../chat/links.ts';
import { type OpenPart, openParts } from '../../chat/staff/open-parts.ts';
import { dayText, pickUpText, unitName, variantName, type Wording } from '../../chat/wording.ts';
import { wallClock } from '../../shop/calendar.ts';
import { variantById } from '../../shop/catalogue.ts';
import type { OrderLine } from '../../shop/fulfilment.ts';
import { documentAlone, Icon, link } from './layout.tsx';
import { OFFICE_STYLE } from './office-door.tsx';
import type { PageInput } from './words.ts';

interface ListProps {
  readonly page: PageInput;
  readonly seat: Seat;
  readonly board: Board;
}

export function orderListPage({ page, seat, board }: ListProps): string {
  const { t } = page;
  const wording: Wording = { ...page, say: t };
  const parts = openParts(board.view.roles, board.orders);
  const units = [...new Set(parts.map(({ part }) => part.unitId))];
  return documentAlone({
    page,
    title: t('list-title'),
    description: t('office-description'),
    path: ORDER_LIST_PATH,
    script: 'office-door.js',
    head: OFFICE_STYLE,
    children: (
      <div class="lists" data-locks={`${OFFICE_PATH}/${seat.publicId}`}>
        <div class="list-tools">
          <a class="back" href={link(page, `${OFFICE_PATH}/${seat.publicId}`)}>
            <Icon name="back" />
            {t('list-back')}
          </a>
          <button type="button" class="button" data-do="print">
            <Icon name="print" />
            {t('list-print')}
          </button>
        </div>
        <h1 class="title">{t('list-title')}</h1>
        {units.length === 0 && <p class="empty">{t('office-nothing')}</p>}
        {units.map((unitId) => (
          <UnitList
            wording={wording}
            unitId={unitId}
            parts={parts.filter(({ part }) => part.unitId === unitId)}
          />
        ))}
      </div>
    ),
  });
}

interface UnitProps {
  readonly wording: Wording;
  readonly unitId: number;
  readonly parts: readonly OpenPart[];
}

const COLUMNS = ['tick', 'code', 'product', 'qty', 'pick-up', 'state'] as const;

/** The head of a table comes again on each sheet of paper: unit and date stand in it. */
function UnitList({ wording, unitId, parts }: UnitProps) {
  const { say, now, snapshot } = wording;
  const { day } = wallClock(now, snapshot.stand.timeZone);
  const unit = unitName(wording, unitId);
  return (
    <table class="list">
      <caption class="unseen">{unit}</caption>
      <thead>
        <tr>
          <td class="list-head" colspan={COLUMNS.length}>
            <b class="list-unit">{unit}</b>
            <span class="list-day">{say('list-day', { day: dayText(wording, day) })}</span>
          </td>
        </tr>
        <tr>
          {COLUMNS.map((column) => (
            <th scope="col" class={`list-${column}`}>
              {say('list-column', { column })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.flatMap((open) =>
          open.part.lines.map((line) => <Row wording={wording} open={open} line={line} />),
        )}
      </tbody>
    </table>
  );
}

function Row(props: { readonly wording: Wording; readonly open: OpenPart; readonly line: OrderLine }) {
  const { wording, open, line } = props;
  const found = variantById(wording.snapshot, line.variantId);
  const name = found ? variantName(wording, found.product, found.variant) : wording.say('product-gone');
  return (
    <tr>
      <td class="list-tick">
        <span class="tick" role="img" aria-label={wording.say('list-box')}></span>
      </td>
      <td class="list-code">{open.order.code}</td>
      <td>{name}</td>
      <td class="list-qty">{line.qty}</td>
      <td>{pickUpText(wording, open.part)}</td>
      <td>{wording.say('staff-state', { state: open.part.state })}</td>
    </tr>
  );
}
