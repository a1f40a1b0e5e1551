/** Everything that a unit's staff can mean. */
import { answerPartFlow } from './answer-part.ts';
import { answerQuestionFlow } from './answer-question.ts';
import { groupFlow } from './group.ts';
import { joinFlow } from './join.ts';
import { onDutyFlow } from './on-duty.ts';
import { openPartsFlow } from './open-parts.ts';
import { proposePartFlow } from './propose-part.ts';
import { quotePartFlow } from './quote-part.ts';
import { showPhoneFlow } from './show-phone.ts';
import { staffTalkFlow } from './talk.ts';

export const staffFlow = {
  ...onDutyFlow,
  ...openPartsFlow,
  ...answerPartFlow,
  ...quotePartFlow,
  ...proposePartFlow,
  ...showPhoneFlow,
  ...answerQuestionFlow,
  ...staffTalkFlow,
  ...joinFlow,
  ...groupFlow,
};
