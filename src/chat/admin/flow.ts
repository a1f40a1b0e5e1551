/** Everything that an admin can mean. */
import { allOrdersFlow } from './all-orders.ts';
import { changeHoursFlow } from './change-hours.ts';
import { changeModeFlow } from './change-mode.ts';
import { changePriceFlow } from './change-price.ts';
import { changeStageFlow } from './change-stage.ts';
import { changeStockFlow } from './change-stock.ts';
import { inviteFlow } from './invite.ts';
import { menuFlow } from './menu.ts';
import { phoneViewsFlow } from './phone-views.ts';
import { pickProductFlow } from './pick-product.ts';
import { whatsappFlow } from './whatsapp.ts';

export const adminFlow = {
  ...menuFlow,
  ...allOrdersFlow,
  ...inviteFlow,
  ...pickProductFlow,
  ...changeStockFlow,
  ...changePriceFlow,
  ...changeModeFlow,
  ...changeHoursFlow,
  ...changeStageFlow,
  ...whatsappFlow,
  ...phoneViewsFlow,
};
