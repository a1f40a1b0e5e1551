/** Waits for the acknowledgements of messages that were posted. */

export interface AckLimits {
  /** A message that is not acknowledged by then may not have gone out. Milliseconds. */
  readonly inTime: number;
  /** Later than that it is of no interest any more. Milliseconds. */
  readonly late: number;
}

export interface Acks {
  /** The library tells of any message that WhatsApp acknowledged. */
  heard(message: string, ack: number): void;
  /**
   * The library resolves also where nothing went out: a message is sent when WhatsApp's server has it.
   * @param ack as it is by now
   * @param onLate it was acknowledged after the limit
   * @returns whether it was acknowledged in time
   */
  wait(message: string, ack: number, onLate: () => void): Promise<boolean>;
}

/** https://docs.wwebjs.dev/global.html#MessageAck: 1 is WhatsApp's server. */
const ACK_SERVER = 1;

export function makeAcks(limits: AckLimits): Acks {
  const waiting = new Map<string, () => void>();
  return {
    heard(message, ack) {
      if (ack >= ACK_SERVER) waiting.get(message)?.();
    },
    wait(message, ack, onLate) {
      if (ack >= ACK_SERVER) return Promise.resolve(true);
      return new Promise((resolve) => {
        let isLate = false;
        const limit = setTimeout(() => {
          isLate = true;
          resolve(false);
        }, limits.inTime);
        const forgetting = setTimeout(() => waiting.delete(message), limits.late);
        forgetting.unref();
        waiting.set(message, () => {
          clearTimeout(limit);
          clearTimeout(forgetting);
          waiting.delete(message);
          if (isLate) onLate();
          else resolve(true);
        });
      });
    },
  };
}
