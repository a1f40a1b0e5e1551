/** Everything that a keeper at the stand can mean. */
import { slipsFlow } from './slips.ts';
import { tasksFlow } from './tasks.ts';

export const keeperFlow = { ...slipsFlow, ...tasksFlow };
