/** Under every question the same buttons: on, back, later. What they mean depends on what is asked. */
import type { AskedOfCurator } from '../../conversation.ts';
import type { Flow, Scene, Turn } from '../../flow.ts';
import { curatorOnly } from '../admin-only.ts';
import { asksOfCurator } from './asked.ts';
import {
  afterPlace,
  answerProduct,
  askProductAgain,
  bySlug,
  keepDoubted,
  ofProduct,
  productSheet,
  skipProductStep,
  stepBackInProduct,
} from './edit-product.ts';
import { answerVariant, askVariantAgain } from './edit-variants.ts';
import { answerNew, askNewAgain, productList, stepBackNew } from './list.ts';
import { answerStand, askStandAgain, leaveStand, skipStandStep, stepBackInStand } from './our-stand.ts';
import {
  addPlace,
  answerNewPlace,
  answerPlace,
  askNewPlace,
  askPlaceAgain,
  CLOSED_WEEK,
  placeList,
  skipPlaceStep,
  stepBackInPlace,
} from './places.ts';
import { answerNewUnit, answerUnit, askNewUnit, askUnitAgain } from './units.ts';

/** What was typed, as the answer. */
export function answerCurator(scene: Scene, asked: AskedOfCurator, text: string): Turn {
  switch (asked.what) {
    case 'new-product':
      return answerNew(scene, asked, text);
    case 'product':
      return answerProduct(scene, asked, text);
    case 'variant':
      return answerVariant(scene, asked, text);
    case 'new-unit':
      return answerNewUnit(scene, text);
    case 'unit':
      return answerUnit(scene, asked, text);
    case 'new-place':
      return answerNewPlace(scene, asked, text);
    case 'place':
      return answerPlace(scene, asked, text);
    case 'stand':
      return answerStand(scene, asked, text);
  }
}

/** The question once more, after something in between. */
export function askCuratorAgain(scene: Scene, asked: AskedOfCurator, preface?: string): Turn {
  switch (asked.what) {
    case 'new-product':
      return askNewAgain(scene, asked, preface);
    case 'product':
      return askProductAgain(scene, asked, preface);
    case 'variant':
      return askVariantAgain(scene, asked, preface);
    case 'new-unit':
      return askNewUnit(scene, preface);
    case 'unit':
      return askUnitAgain(scene, asked, preface);
    case 'new-place':
      return askNewPlace(scene, asked, preface);
    case 'place':
      return askPlaceAgain(scene, asked, preface);
    case 'stand':
      return askStandAgain(scene, asked, preface);
  }
}

function skip(scene: Scene, asked: AskedOfCurator): Turn {
  switch (asked.what) {
    case 'product':
      return ofProduct(scene, bySlug(scene, asked.product), (product) =>
        skipProductStep(scene, asked, product),
      );
    case 'new-place':
      return asked.address === null ? askNewPlace(scene, asked) : addPlace(scene, asked, CLOSED_WEEK);
    case 'place':
      return skipPlaceStep(scene, asked);
    case 'stand':
      return skipStandStep(scene, asked);
    default:
      return askCuratorAgain(scene, asked);
  }
}

function back(scene: Scene, asked: AskedOfCurator): Turn {
  switch (asked.what) {
    case 'new-product':
      return stepBackNew(scene, asked);
    case 'product':
      return ofProduct(scene, bySlug(scene, asked.product), (product) =>
        stepBackInProduct(scene, asked, product),
      );
    case 'new-place': {
      const before = stepBackInPlace(asked);
      if (before) return askNewPlace(scene, before);
      return asked.product === null ? placeList(scene) : afterPlace(scene, asked.product, null, asked.guided);
    }
    case 'stand':
      return stepBackInStand(scene, asked);
    default:
      return askCuratorAgain(scene, asked);
  }
}

/** For now: what was answered is kept. */
export function leave(scene: Scene, asked: AskedOfCurator): Turn {
  switch (asked.what) {
    case 'product':
      return ofProduct(scene, bySlug(scene, asked.product), (product) =>
        productSheet(scene, product, scene.say(asked.guided ? 'product-left' : 'catalogue-unchanged')),
      );
    case 'stand':
      return leaveStand(scene);
    default:
      return productList(scene);
  }
}

/** A button from under an earlier question: the list is where everything begins. */
function pressed(scene: Scene, turn: (asked: AskedOfCurator) => Turn): Turn {
  const { asked } = scene.conversation;
  return curatorOnly(scene, () => (asksOfCurator(asked) ? turn(asked) : productList(scene)));
}

export const stepsFlow: Flow<'step-skip' | 'step-back' | 'step-leave' | 'keep-doubted'> = {
  'step-skip': { turn: (scene) => pressed(scene, (asked) => skip(scene, asked)) },
  'step-back': { turn: (scene) => pressed(scene, (asked) => back(scene, asked)) },
  'step-leave': { turn: (scene) => pressed(scene, (asked) => leave(scene, asked)) },
  'keep-doubted': {
    turn: (scene) =>
      pressed(scene, (asked) => {
        if (asked.what === 'unit' && asked.doubted !== undefined)
          return answerUnit(scene, asked, asked.doubted, true);
        if (asked.what !== 'product') return askCuratorAgain(scene, asked);
        return ofProduct(scene, bySlug(scene, asked.product), (product) =>
          keepDoubted(scene, asked, product),
        );
      }),
  },
};
