/** Takes the place of the rate plans: a Bot API without limits, so that what is measured is the server. */
export { type RateMeter, type RatePlan, startMeter } from '../../src/delivery/rate-plan.ts';

export const RATE_PLANS = { telegram: null, web: null, 'whatsapp-web': null, 'whatsapp-cloud': null };
