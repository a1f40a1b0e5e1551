// @ts-check
/* A scanned slip: where a keeper or an admin has a chat in this browser, it opens there at once. */

const payload = document.querySelector('[data-payload]')?.getAttribute('data-payload') ?? '';

/** @param {string} seat */
function hasChat(seat) {
  try {
    return localStorage.getItem(`gerai@${seat}-session`) !== null;
  } catch {
    return false;
  }
}

const seat = ['keeper', 'admin'].find(hasChat);
if (seat && payload) location.replace(`/?seat=${seat}#start=${payload}`);
