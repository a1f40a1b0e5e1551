/** Holds a folder until it is killed. */
import { lockFolder } from '../../../../bots/whatsapp-web/folder-lock.ts';

await lockFolder(process.argv[2] ?? '', () => undefined);
process.stdout.write('held\n');
setTimeout(() => undefined, 60_000);
