import type { Api } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';

/** Commands in each language, from the copy; two-letter codes. */
export type CommandCopy = Readonly<Partial<Record<LanguageCode, readonly BotCommand[]>>>;

/** Fills the menu beside the text field. `fallback` is shown to people whose language has no commands of its own. */
export async function publishCommands(api: Api, copy: CommandCopy, fallback: LanguageCode): Promise<void> {
  await api.setMyCommands([...(copy[fallback] ?? [])]);
  for (const [language, commands] of Object.entries(copy)) {
    await api.setMyCommands([...commands], { language_code: language as LanguageCode });
  }
}
