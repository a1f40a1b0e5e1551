/** As much of @nlpjs as the benchmark calls; it comes without types. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/lang-id' {
  export const LangId: unknown;
}

declare module '@nlpjs/nlu' {
  import type { Container } from '@nlpjs/core';

  export class NluNeural {
    constructor(settings: { container: Container; locale: string; log: boolean });
    train(corpus: readonly { utterance: string; intent: string }[]): Promise<unknown>;
    process(text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
    toJSON(): object;
    fromJSON(json: object): void;
  }
}
