/** The sample products go, with everything that is there for them only. */
import * as z from 'zod';
import { ConstraintError } from '../../db/database.ts';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { writeChanges } from '../../db/store/catalogue-changes.ts';
import { readSamples, SAMPLE_STATEMENTS } from '../../db/store/samples.ts';
import type { TouchedSample } from '../chat/facts.ts';
import type { CatalogueChange } from '../shop/catalogue-changes.ts';
import { CommandError, type DatabaseCommand } from './command.ts';

const input = z.object({ 'take-off-used': z.literal('true').optional() });

export const removeSamples: DatabaseCommand<z.infer<typeof input>> = {
  summary: 'removes the sample products and what is there for them only',
  usage: `gerai remove-samples [--take-off-used]

  Removes the sample products with their variants, pictures and opening stock, units of which nothing is left and
  places where nothing is picked up. Refuses where somebody has ordered, counted, asked for or wished for one.
  --take-off-used  takes those off the shelf (their orders keep them), and removes the others`,
  input,
  flags: ['take-off-used'],
  async run({ database, now }, { 'take-off-used': takesOff }) {
    const snapshot = await loadSnapshot(database);
    const { touched, removable } = readSamples(await database.read(SAMPLE_STATEMENTS));
    const used = touched.filter(({ isOff }) => !isOff);
    if (used.length > 0 && !takesOff) {
      throw new CommandError(
        `Nothing was removed: these samples have been used.\n${used.map(usedLine).join('\n')}\nTo take them off the shelf and remove the others, add --take-off-used.`,
      );
    }
    const isNothing = Object.values(removable).every((ids) => ids.length === 0);
    if (isNothing && used.length === 0) return 'There are no samples to remove.';
    const all = [...snapshot.products, ...(snapshot.unoffered ?? [])];
    const slugs = all.filter(({ id }) => removable.products.includes(id)).map(({ slug }) => slug);
    const units = snapshot.units.filter(({ id }) => removable.units.includes(id)).map(({ slug }) => slug);
    const kept = snapshot.units.filter(({ id, sample }) => sample && !removable.units.includes(id));
    const changes: CatalogueChange[] = [
      { kind: 'samples-removed', samples: removable },
      ...used.map(
        ({ id }): CatalogueChange => ({ kind: 'product-changed', productId: id, change: { removed: true } }),
      ),
    ];
    const entry = {
      what: 'remove-samples',
      subject: `stand ${snapshot.stand.id}`,
      before: slugs.join(', '),
      after: used.map(({ id }) => `product ${id} off`).join(', ') || null,
    };
    try {
      await writeChanges(database, changes, [entry], now());
    } catch (error) {
      if (error instanceof ConstraintError)
        throw new CommandError('Nothing was removed: somebody used a sample just now. Run it once more.');
      throw error;
    }
    return [
      `Removed: ${slugs.join(', ') || 'no product'}.`,
      ...(used.length > 0 ? [`Taken off the shelf: ${used.map(({ slug }) => slug).join(', ')}.`] : []),
      ...(units.length > 0 ? [`Units removed: ${units.join(', ')}.`] : []),
      ...(kept.length > 0
        ? [
            `Units kept, for somebody works for them or they have products: ${kept.map(({ slug }) => slug).join(', ')}.`,
          ]
        : []),
      `Places removed: ${removable.places.length}. Pictures removed: ${removable.media.length}.`,
    ].join('\n');
  },
};

function usedLine({ slug, orders, movements, questions, wishes }: TouchedSample): string {
  const by = [
    ...(orders.length > 0 ? [`orders ${orders.join(', ')}`] : []),
    ...(movements > 0 ? [`stock movements: ${movements}`] : []),
    ...(questions > 0 ? [`questions: ${questions}`] : []),
    ...(wishes > 0 ? [`wishes: ${wishes}`] : []),
  ];
  return `  ${slug}: ${by.join('; ')}`;
}
