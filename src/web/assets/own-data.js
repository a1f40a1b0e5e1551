// The key stands behind the `#`, which no server, no proxy and no maker of previews is told.
const form = document.querySelector('form');
const key = new URLSearchParams(location.hash.slice(1)).get('key');
if (form && key) {
  form.elements.namedItem('key').value = key;
  form.hidden = false;
  history.replaceState(null, '', location.pathname + location.search);
}
