/** Below this, an understanding changes nothing: it is asked back. */
export const SURE_ENOUGH = 0.5;
