/** The commands of the channel's menu, in the languages in which somebody would type them. */
import type { Language } from '../shop/catalogue.ts';
import { hasRole, type RoleGrant } from '../shop/roles.ts';
import type { Action } from './actions.ts';

const COMMANDS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['menu', { do: 'help' }],
  ['help', { do: 'help' }],
  ['bantuan', { do: 'help' }],
  ['produk', { do: 'list-products' }],
  ['products', { do: 'list-products' }],
  ['keranjang', { do: 'show-cart' }],
  ['cart', { do: 'show-cart' }],
  ['pesanan', { do: 'my-orders' }],
  ['orders', { do: 'my-orders' }],
  ['privasi', { do: 'privacy' }],
  ['privacy', { do: 'privacy' }],
  ['data', { do: 'my-data' }],
  ['hapusdata', { do: 'ask-erase' }],
  ['erase', { do: 'ask-erase' }],
  ['sambung', { do: 'connect-chat' }],
  ['connect', { do: 'connect-chat' }],
  ['lokasi', { do: 'tell-place' }],
  ['location', { do: 'tell-place' }],
  ['jam', { do: 'tell-hours' }],
  ['hours', { do: 'tell-hours' }],
  ['bahasa', { do: 'language', language: 'id' }],
  ['indonesia', { do: 'language', language: 'id' }],
  ['english', { do: 'language', language: 'en' }],
]);

const STAFF_COMMANDS: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['pesanan', { do: 'open-parts' }],
  ['orders', { do: 'open-parts' }],
  ['pesananku', { do: 'my-orders' }],
  ['tugas', { do: 'keeper-tasks' }],
  ['tasks', { do: 'keeper-tasks' }],
  ['meja', { do: 'counter-menu' }],
  ['counter', { do: 'counter-menu' }],
  ['stok', { do: 'stock-list' }],
  ['stock', { do: 'stock-list' }],
  ['kas', { do: 'cash-today' }],
  ['cash', { do: 'cash-today' }],
  ['admin', { do: 'admin-menu' }],
  ['whatsapp', { do: 'whatsapp-page' }],
]);

/** What is typed in full on the way to an order, without a stroke before it. */
const PLAIN: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['keranjang', { do: 'show-cart' }],
  ['keranjang saya', { do: 'show-cart' }],
  ['cart', { do: 'show-cart' }],
  ['my cart', { do: 'show-cart' }],
  ['checkout', { do: 'checkout' }],
  ['check out', { do: 'checkout' }],
  ['lanjut pesan', { do: 'checkout' }],
]);

interface MenuEntry {
  /** What it is called, by language; the Indonesian name stands in where there is no other. */
  readonly names: Readonly<Record<Language, string>> & { readonly id: string };
  /** The copy key that explains it. */
  readonly key: string;
}

/** What a channel's menu shows. */
export const MENU: readonly MenuEntry[] = [
  { names: { id: 'produk', en: 'products' }, key: 'command-products' },
  { names: { id: 'keranjang', en: 'cart' }, key: 'command-cart' },
  { names: { id: 'pesanan', en: 'orders' }, key: 'command-orders' },
  { names: { id: 'bantuan', en: 'help' }, key: 'command-help' },
  { names: { id: 'privasi', en: 'privacy' }, key: 'command-privacy' },
  { names: { id: 'english', en: 'indonesia' }, key: 'command-language' },
];

/** What it shows in a group. */
export const GROUP_MENU: readonly MenuEntry[] = [
  { names: { id: 'pesanan', en: 'orders' }, key: 'command-group-orders' },
  { names: { id: 'bantuan', en: 'help' }, key: 'command-help' },
  { names: { id: 'lepas', en: 'unlink' }, key: 'command-unlink' },
];

/** The action of a typed command ("/pesanan"), undefined for one that is not known, null for other text. */
export function readCommand(text: string, roles: readonly RoleGrant[]): Action | undefined | null {
  const name = /^\/([a-z_]+)(?:@\w+)?(?:\s|$)/i.exec(text.trim())?.[1]?.toLowerCase();
  if (name === undefined) return PLAIN.get(text.trim().toLowerCase()) ?? null;
  if (hasRole(roles, 'curator', 'admin') && name === 'kelola') return { do: 'products' };
  if (hasRole(roles, 'curator') && name === 'admin') return { do: 'admin-menu' };
  const works = hasRole(roles, 'staff', 'keeper', 'admin');
  return (works ? STAFF_COMMANDS.get(name) : undefined) ?? COMMANDS.get(name);
}
