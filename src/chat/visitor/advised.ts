/** What a language model made of a question that was not understood: marked as such, and who knows better is offered. */
import { productBySlug } from '../../shop/catalogue.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import type { Understanding } from '../understand/understanding.ts';
import { choice, words } from '../wording.ts';
import { personChoice } from './small-talk.ts';

/** null: there is none. */
export function advised(scene: Scene, { items }: Understanding): Turn | null {
  const { advice } = scene.facts;
  if (advice === null) return null;
  const named = items.flatMap(({ product }) =>
    product === null ? [] : (productBySlug(scene.snapshot, product) ?? []),
  );
  const products = [...new Set(named)];
  const [first, ...more] = products;
  return {
    ...reply(scene.say('advice', { answer: advice }), {
      choices: [
        personChoice(scene),
        ...products.map(({ id, name }) => choice(words(scene, name), { do: 'open-product', product: id })),
        choice(scene.say('button-products'), { do: 'list-products' }),
      ],
    }),
    ...(first && more.length === 0 ? { conversation: { topic: first.id } } : {}),
  };
}
