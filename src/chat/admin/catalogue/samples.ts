/** The samples make room for the office's own products. */
import type { Snapshot } from '../../../shop/catalogue.ts';
import { everyProduct, isTakenOff } from '../../../shop/catalogue.ts';
import type { Effect } from '../../../shop/effects.ts';
import type { SamplesView } from '../../facts.ts';
import type { Flow, Scene, Turn } from '../../flow.ts';
import { choice, words } from '../../wording.ts';
import { adminOnly, audit, choosing, closing } from '../admin-only.ts';

export function hasSamples(snapshot: Snapshot): boolean {
  return everyProduct(snapshot).some((product) => product.sample && !isTakenOff(product));
}

function namesOf(scene: Scene, ids: readonly number[]): string {
  return everyProduct(scene.snapshot)
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => words(scene, name))
    .join(', ');
}

/** Each that somebody has used, with what by. */
function touchedText(scene: Scene, { touched }: SamplesView): string {
  return touched
    .map(({ id, orders, movements, questions, wishes }) =>
      scene.say('samples-touched-line', {
        name: namesOf(scene, [id]),
        orders: orders.length === 0 ? 'none' : orders.join(', '),
        movements,
        questions,
        wishes,
      }),
    )
    .join('\n');
}

function askRemove(scene: Scene): Turn {
  const { say, facts } = scene;
  const { samples } = facts;
  const menu = choice(say('admin-button-stand'), { do: 'our-stand' });
  if (!samples || !hasSamples(scene.snapshot)) return closing(scene, say('samples-none'));
  const { touched, removable } = samples;
  if (touched.length > 0) {
    return choosing(say('samples-refused', { touched: touchedText(scene, samples) }), [
      choice(say('samples-button-take-off'), { do: 'remove-samples', touched: 'take-off' }),
      menu,
    ]);
  }
  return choosing(
    say('samples-ask', { products: namesOf(scene, removable.products) || say('catalogue-none') }),
    [choice(say('samples-button-yes'), { do: 'remove-samples', touched: 'none' }), menu],
  );
}

/** @param how `none`: refused where one was touched; `take-off`: those stay for their orders, and nobody is shown them. */
function remove(scene: Scene, how: 'none' | 'take-off'): Turn {
  const { say, facts, snapshot } = scene;
  const { samples } = facts;
  if (!samples || !hasSamples(snapshot)) return closing(scene, say('samples-none'));
  if (samples.touched.length > 0 && how === 'none') return askRemove(scene);
  const gone = namesOf(scene, samples.removable.products);
  const off = samples.touched.filter(({ isOff }) => !isOff).map(({ id }) => id);
  const units = snapshot.units.filter(({ id }) => samples.removable.units.includes(id));
  const text = say('samples-removed', {
    products: gone || say('catalogue-none'),
    off: namesOf(scene, off) || 'none',
    units: units.map(({ name }) => words(scene, name)).join(', ') || 'none',
  });
  const takenOff = off.map(
    (productId): Effect => ({ kind: 'product-changed', productId, change: { removed: true } }),
  );
  return {
    ...closing(scene, text, [
      { kind: 'samples-removed', samples: samples.removable },
      ...takenOff,
      audit(
        'remove-samples',
        `stand ${snapshot.stand.id}`,
        gone,
        off.map((id) => `product ${id} off`).join(', ') || null,
      ),
    ]),
  };
}

export const samplesFlow: Flow<'ask-remove-samples' | 'remove-samples'> = {
  'ask-remove-samples': {
    needs: () => ({ samples: true }),
    turn: (scene) => adminOnly(scene, () => askRemove(scene)),
  },
  'remove-samples': {
    needs: () => ({ samples: true }),
    turn: (scene, { touched }) => adminOnly(scene, () => remove(scene, touched)),
  },
};
