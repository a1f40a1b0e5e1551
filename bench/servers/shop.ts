/**
 * The same shop as one would write it with grammY and its conversations: what a chat remembers in sessions and
 * conversations, both stored with libSQL; an order is a durable row, guarded by the stock; the staff are told.
 */
import { createServer } from 'node:http';
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations';
import { createClient, type InValue } from '@libsql/client/sqlite3';
import { Bot, type Context, InlineKeyboard, type SessionFlavor, session, webhookCallback } from 'grammy';

interface Memory {
  /** The product last spoken of. */
  topic?: number;
}

type ShopContext = ConversationFlavor<Context & SessionFlavor<Memory>>;
type Talk = Conversation<ShopContext, Context>;

const env = (name: string) => process.env[name] ?? '';

const client = createClient({ url: env('DATABASE_URL'), concurrency: 1 });
await client.executeMultiple(`
  PRAGMA journal_mode=WAL; PRAGMA synchronous=${env('SYNCHRONOUS')}; PRAGMA foreign_keys=ON;
  CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, words TEXT NOT NULL, price INTEGER NOT NULL,
    on_hand INTEGER NOT NULL CHECK (on_hand >= 0));
  INSERT INTO products (name, words, price, on_hand) VALUES
    ('Keripik tempe', 'keripik tempe', 15000, 100000000), ('Gantungan kunci', 'gantungan kunci', 10000, 100000000);
  CREATE TABLE orders (id INTEGER PRIMARY KEY, chat INTEGER NOT NULL, product INTEGER NOT NULL REFERENCES products(id),
    qty INTEGER NOT NULL, pick_up TEXT NOT NULL, name TEXT NOT NULL, phone TEXT, created_at INTEGER NOT NULL);
  CREATE TABLE sessions (key TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE talks (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`);

async function rows(sql: string, ...args: InValue[]) {
  return (await client.execute({ sql, args })).rows;
}

/** A storage of grammY's over one table. */
function stored<T>(table: 'sessions' | 'talks') {
  return {
    async read(key: string): Promise<T | undefined> {
      const [row] = await rows(`SELECT value FROM ${table} WHERE key = ?`, key);
      return row ? (JSON.parse(String(row.value)) as T) : undefined;
    },
    async write(key: string, value: T): Promise<void> {
      await rows(`INSERT OR REPLACE INTO ${table} (key, value) VALUES (?, ?)`, key, JSON.stringify(value));
    },
    async delete(key: string): Promise<void> {
      await rows(`DELETE FROM ${table} WHERE key = ?`, key);
    },
  };
}

interface Product {
  readonly id: number;
  readonly name: string;
  readonly price: number;
}

async function findProduct(text: string): Promise<Product | undefined> {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const all = await rows('SELECT id, name, words, price FROM products');
  const found = all.find((row) =>
    String(row.words)
      .split(' ')
      .some((word) => words.has(word)),
  );
  return found && { id: Number(found.id), name: String(found.name), price: Number(found.price) };
}

const rupiah = (amount: number) => `Rp${amount.toLocaleString('id-ID')}`;
const html = { parse_mode: 'HTML' as const };

interface Order {
  readonly chat: number;
  readonly product: Product;
  readonly qty: number;
  readonly pickUp: string;
  readonly name: string;
  readonly phone: string | null;
}

/** The stock and the order, or neither. */
async function placeOrder({ chat, product, qty, pickUp, name, phone }: Order): Promise<number> {
  const [, placed] = await client.batch(
    [
      { sql: 'UPDATE products SET on_hand = on_hand - ? WHERE id = ?', args: [qty, product.id] },
      {
        sql: 'INSERT INTO orders (chat, product, qty, pick_up, name, phone, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        args: [chat, product.id, qty, pickUp, name, phone, Date.now()],
      },
    ],
    'write',
  );
  return Number(placed?.lastInsertRowid);
}

async function press(talk: Talk, data: RegExp): Promise<string> {
  const pressed = await talk.waitForCallbackQuery(data);
  await pressed.answerCallbackQuery();
  return pressed.callbackQuery.data ?? '';
}

/** From the cart to the confirmed order. */
async function order(talk: Talk, ctx: Context, product: Product, qty: number): Promise<void> {
  const line = `${qty} × ${product.name}`;
  const total = rupiah(qty * product.price);
  await ctx.reply(`<b>Keranjang</b>\n• ${line}: ${total}`, {
    ...html,
    reply_markup: new InlineKeyboard().text('Lanjut pesan', 'checkout').text('Kosongkan', 'clear'),
  });
  if ((await press(talk, /^(checkout|clear)$/)) === 'clear')
    return void (await ctx.reply('Keranjang kosong.'));
  await ctx.reply(`Kapan mau diambil di gerai?\n• ${line}`, {
    reply_markup: new InlineKeyboard()
      .text('Sekarang', 'pick-up now')
      .text('Besok', 'pick-up tomorrow')
      .text('Lusa', 'pick-up later'),
  });
  const pickUp = await press(talk, /^pick-up/);
  await ctx.reply('Pesanan atas nama siapa?');
  const named = await talk.waitFor('message:text');
  const name = named.message.text;
  await ctx.reply('Nomor HP yang bisa dihubungi? Boleh dilewati.', {
    reply_markup: new InlineKeyboard().text('Lewati', 'skip'),
  });
  const answered = await talk.waitFor(['message:text', 'callback_query:data']);
  if (answered.callbackQuery) await answered.answerCallbackQuery();
  const phone = answered.message?.text ?? null;
  await ctx.reply(
    `<b>Pesanan</b>\n• ${line}\nTotal: ${total}\nAmbil: ${pickUp}\nNama: ${name}\nHP: ${phone ?? '-'}\n\nSudah benar?`,
    { ...html, reply_markup: new InlineKeyboard().text('Ya, pesan', 'confirm').text('Batal', 'cancel') },
  );
  if ((await press(talk, /^(confirm|cancel)$/)) === 'cancel')
    return void (await ctx.reply('Pesanan dibatalkan.'));
  const chat = ctx.chatId ?? 0;
  const id = await talk.external(() => placeOrder({ chat, product, qty, pickUp, name, phone }));
  await ctx.reply(`✅ Pesanan <b>${id}</b> sudah masuk.\n• ${line}\nTotal: ${total}`, html);
  await ctx.api.sendMessage(
    env('STAFF_CHAT'),
    `Pesanan baru ${id} dari ${name}\n• ${line}\nAmbil: ${pickUp}`,
  );
}

const bot = new Bot<ShopContext>(env('TELEGRAM_BOT_TOKEN'), {
  client: { apiRoot: env('TELEGRAM_API_ROOT') },
});
bot.use(session({ initial: (): Memory => ({}), storage: stored<Memory>('sessions') }));
bot.use(conversations({ storage: { type: 'key', version: 1, adapter: stored('talks') } }));
bot.use(createConversation(order));

bot.command('start', async (ctx) => {
  await ctx.reply('Selamat datang di gerai! Mau lihat apa?', {
    reply_markup: new InlineKeyboard().text('Lihat produk', 'products').row().text('Jam buka', 'hours'),
  });
});

bot.on('message:text', async (ctx) => {
  const { text } = ctx.message;
  const product = await findProduct(text);
  if (!product) return void (await ctx.reply('Maaf, saya belum paham. Mau tanya produk apa?'));
  ctx.session.topic = product.id;
  const qty = /\b(\d{1,2})\b/.exec(text);
  if (qty) return ctx.conversation.enter('order', product, Number(qty[1]));
  await ctx.reply(`Harga <b>${product.name}</b>: ${rupiah(product.price)} per bungkus.`, {
    ...html,
    reply_markup: new InlineKeyboard().text('Pesan', `order ${product.id}`).text('Lihat produk', 'products'),
  });
});

await bot.init();
const handle = webhookCallback(bot, 'http', { secretToken: env('TELEGRAM_WEBHOOK_SECRET') });
createServer((request, response) => {
  if (request.method !== 'POST') return response.writeHead(200).end();
  handle(request, response).catch(() => response.writeHead(500).end());
}).listen(Number(process.env.PORT), '127.0.0.1');
