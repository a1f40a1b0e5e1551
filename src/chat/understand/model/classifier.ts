/** A linear classifier over hashed features, with weights of one byte each. */
import type { FeatureGroup } from './features.ts';

export interface Classifier<Label extends string> {
  readonly labels: readonly Label[];
  /** How likely each label is, in the order of `labels`; together 1. */
  classify(features: readonly FeatureGroup[]): Float64Array;
}

/** The weights of one classifier: `weights[bucket × labels + label] × scale`. */
export interface Weights {
  readonly scale: number;
  readonly weights: Int8Array;
}

export function makeClassifier<Label extends string>(
  labels: readonly Label[],
  { scale, weights }: Weights,
): Classifier<Label> {
  return {
    labels,
    classify(features) {
      const scores = new Float64Array(labels.length);
      for (const group of features) {
        const share = scale / Math.sqrt(Math.max(1, group.length));
        for (const bucket of group) {
          const from = bucket * labels.length;
          for (let label = 0; label < scores.length; label += 1) {
            scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0) * share;
          }
        }
      }
      return softmax(scores);
    },
  };
}

export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (const [label, score] of scores.entries()) {
    const likely = Math.exp(score - most);
    scores[label] = likely;
    sum += likely;
  }
  for (const [label, likely] of scores.entries()) scores[label] = likely / sum;
  return scores;
}
