import type { Api } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';

/** Commands in each language, from the copy; two-letter codes. */
export type CommandCopy = Readonly<Partial<Record<LanguageCode, readonly BotCommand[]>>>;

export interface Menus {
  readonly everywhere: CommandCopy;
  /** Instead, in groups. */
  readonly inGroups: CommandCopy;
}

/** Fills the menu beside the text field. `fallback` is shown to people whose language has no commands of its own. */
export async function publishCommands(api: Api, menus: Menus, fallback: LanguageCode): Promise<void> {
  await publish(api, menus.everywhere, fallback, {});
  await publish(api, menus.inGroups, fallback, { scope: { type: 'all_group_chats' } });
}

async function publish(
  api: Api,
  copy: CommandCopy,
  fallback: LanguageCode,
  where: { readonly scope?: { readonly type: 'all_group_chats' } },
): Promise<void> {
  await api.setMyCommands([...(copy[fallback] ?? [])], where);
  for (const [language, commands] of Object.entries(copy)) {
    await api.setMyCommands([...commands], { ...where, language_code: language as LanguageCode });
  }
}
