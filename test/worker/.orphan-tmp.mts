import { startWorld } from './support.ts';
const w = await startWorld();
console.log('world-is-up', (await fetch(w.url + '/healthz')).status, process.pid);
setInterval(() => {}, 1000);
