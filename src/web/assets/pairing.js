// @ts-check
/* The page of the paired phone: opens itself by the key of its link, and keeps what it shows new. */

const LOOK_MS = 2_000;

/* ── the link ── */

/** The key is taken out of the address, so that neither the history nor a shared screen keeps it. */
function open() {
  const form = document.querySelector('form[data-open]');
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (!(form instanceof HTMLFormElement) || key === undefined) return;
  history.replaceState(null, '', location.pathname + location.search);
  const input = form.elements.namedItem('key');
  const closed = document.querySelector('[data-closed]');
  if (!(input instanceof HTMLInputElement) || closed === null) return;
  input.value = key;
  closed.textContent = form.dataset.open ?? '';
  form.submit();
}

/* ── what changes ── */

/** @param {string} html */
function show(html) {
  const fresh = document.createElement('template');
  fresh.innerHTML = html;
  for (const part of document.querySelectorAll('[data-part]')) {
    const next = fresh.content.querySelector(`[data-part="${part.getAttribute('data-part')}"]`);
    // What stays as it is is left alone: nothing is read out twice, and a selection stays.
    if (next && next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML;
  }
}

/** @param {string} address @param {HTMLElement} lost */
async function look(address, lost) {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    // The time is up: the server says so, and how to come back.
    if (response.status === 403) return location.reload();
    if (!response.ok) throw new Error(String(response.status));
    show(await response.text());
    lost.textContent = '';
  } catch {
    const { lost: sentence = '' } = lost.dataset;
    if (lost.textContent !== sentence) lost.textContent = sentence;
  }
}

async function keepLooking() {
  const address = document.querySelector('[data-refresh]')?.getAttribute('data-refresh');
  const lost = document.querySelector('[data-lost]');
  if (!address || !(lost instanceof HTMLElement)) return;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (!document.hidden) await look(address, lost);
  }
}

open();
// The address changes without a load where a new link is opened in the same tab.
addEventListener('hashchange', () => (location.hash.startsWith('#key=') ? location.reload() : undefined));
void keepLooking();
