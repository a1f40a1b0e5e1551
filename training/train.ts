/** A linear classifier learnt with Adagrad; the same examples in the same order give the same weights. */
import { softmax } from '../src/chat/understand/model/classifier.ts';
import { BUCKETS, type FeatureGroup } from '../src/chat/understand/model/features.ts';

export interface Example {
  readonly features: readonly FeatureGroup[];
  readonly label: number;
}

export interface Training {
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pulls weights towards nothing, so that what was seen once decides little. */
  readonly decay: number;
  /** How much of the certainty of a label goes to all the others: people label differently. */
  readonly smoothing: number;
  readonly random: () => number;
}

/** @returns `weights[bucket × labels + label]` */
export function train(examples: readonly Example[], training: Training): Float32Array {
  const { labels, epochs, random } = training;
  const weights = new Float32Array(BUCKETS * labels);
  const steps = new Float32Array(BUCKETS * labels);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const example of order) {
      learnOne(example, slopesOf(example, weights, training), weights, steps, training);
    }
  }
  return weights;
}

/** How far each label is from what it should be. */
function slopesOf(example: Example, weights: Float32Array, { labels, smoothing }: Training): Float64Array {
  const scores = new Float64Array(labels);
  for (const group of example.features) {
    const share = shareOf(group);
    for (const bucket of group) {
      for (let label = 0, at = bucket * labels; label < labels; label += 1, at += 1) {
        scores[label] = (scores[label] ?? 0) + (weights[at] ?? 0) * share;
      }
    }
  }
  softmax(scores);
  for (const [label, likely] of scores.entries()) {
    scores[label] = likely - smoothing / labels - (label === example.label ? 1 - smoothing : 0);
  }
  return scores;
}

function learnOne(
  { features }: Example,
  slopes: Float64Array,
  weights: Float32Array,
  steps: Float32Array,
  { labels, rate, decay }: Training,
): void {
  for (const group of features) {
    const share = shareOf(group);
    for (const bucket of group) {
      for (let label = 0, at = bucket * labels; label < labels; label += 1, at += 1) {
        const weight = weights[at] ?? 0;
        const slope = (slopes[label] ?? 0) * share + decay * weight;
        const step = (steps[at] ?? 0) + slope * slope;
        steps[at] = step;
        weights[at] = weight - (rate * slope) / (Math.sqrt(step) + 1e-4);
      }
    }
  }
}

function shareOf(group: FeatureGroup): number {
  return 1 / Math.sqrt(Math.max(1, group.length));
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] as T, list[at] as T];
  }
}
