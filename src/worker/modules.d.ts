/** Files that wrangler's rules put into the bundle as text or bytes: see `wrangler.toml`. */
declare module '*.ftl' {
  const text: string;
  export default text;
}
declare module '*.css' {
  const text: string;
  export default text;
}
declare module '*.svg' {
  const text: string;
  export default text;
}
declare module '*.bin' {
  const bytes: ArrayBuffer;
  export default bytes;
}
/** Scripts of the page: text for the Worker, which does not run them. */
declare module '*/web/assets/chat.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/memory.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/page.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/pairing.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/transcript.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/own-data.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/office.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/office-door.js' {
  const text: string;
  export default text;
}
declare module '*/web/assets/tone.js' {
  const text: string;
  export default text;
}
