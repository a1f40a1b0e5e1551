/** whatsapp-web.js by itself. Each number on its input: that many messages, one after another; their time on its output. */
import { createInterface } from 'node:readline';
import wweb from 'whatsapp-web.js';
import { splitArguments } from '../../bots/whatsapp-web/browser.ts';

const [folder = '', browser = '', args = ''] = process.argv.slice(2);
const CHAT = '628111000001@c.us';

const client = new wweb.Client({
  authStrategy: new wweb.LocalAuth({ dataPath: folder }),
  webVersionCache: { type: 'none' },
  puppeteer: {
    executablePath: browser,
    args: ['--no-sandbox', ...splitArguments(args)],
    headless: true,
    pipe: true,
  },
});

client.once('ready', async () => {
  console.log('ready');
  for await (const line of createInterface(process.stdin)) {
    const from = performance.now();
    for (let count = 0; count < Number(line); count += 1) {
      await client.sendMessage(CHAT, `Pesan nomor ${count}`, { linkPreview: false });
    }
    console.log(String(performance.now() - from));
  }
  await client.destroy();
  process.exit(0);
});

await client.initialize();
