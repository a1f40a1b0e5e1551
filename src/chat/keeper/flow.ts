/** Everything that a keeper at the stand can mean. */
import { cashTodayFlow } from './cash-today.ts';
import { counterFlow } from './counter.ts';
import { newOrderFlow } from './new-order.ts';
import { slipsFlow } from './slips.ts';
import { stockListFlow } from './stock-list.ts';
import { stockTakeFlow } from './stock-take.ts';
import { tasksFlow } from './tasks.ts';

export const keeperFlow = {
  ...slipsFlow,
  ...tasksFlow,
  ...counterFlow,
  ...cashTodayFlow,
  ...stockListFlow,
  ...stockTakeFlow,
  ...newOrderFlow,
};
