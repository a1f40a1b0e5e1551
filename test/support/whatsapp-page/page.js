/**
 * What whatsapp-web.js 1.34.7 looks for in WhatsApp's own page, read from its source: modules behind `window.require`.
 * The phone and the people are on the other side of a stream; this page is what stands between.
 */
/* global SYNCS: said by the page that loads this */
const LINKED = 'linked';
const ME = '628000000000@c.us';

const send = (what, body) =>
  fetch(`/double/${what}`, { method: 'POST', body: JSON.stringify(body), keepalive: true });

/* ── models, as far as the library hears them ── */

class Model {
  handlers = new Map();
  on(names, handler) {
    for (const name of names.split(' ')) {
      this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler]);
    }
  }
  once(name, handler) {
    const once = (...args) => {
      this.off(name, once);
      handler(...args);
    };
    this.on(name, once);
  }
  off(name, handler) {
    this.handlers.set(
      name,
      (this.handlers.get(name) ?? []).filter((each) => each !== handler),
    );
  }
  trigger(name, ...args) {
    for (const handler of this.handlers.get(name) ?? []) handler(...args);
  }
}

class Wid {
  constructor(serialized) {
    const [user, server] = serialized.split('@');
    Object.assign(this, { _serialized: serialized, user, server });
  }
  isLid() {
    return this.server === 'lid';
  }
  isGroup() {
    return this.server === 'g.us';
  }
  isStatus() {
    return false;
  }
}
const plainWid = ({ _serialized, user, server }) => ({ _serialized, user, server });
const me = new Wid(ME);

class MsgKey {
  constructor({ to, id, selfDir }) {
    this.fromMe = selfDir === 'out';
    this.remote = to;
    this.id = id;
    this._serialized = `${this.fromMe}_${to._serialized}_${id}`;
  }
  static async newId() {
    return `3EB0${crypto.randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}`;
  }
}

/** The library listens to all of them together: one by itself is no model, so that thousands take no room. */
class Msg {
  constructor(fields) {
    Object.assign(this, fields);
  }
  serialize() {
    const { id, from, to, t, type, body, caption, ack, notifyName, quotedStanzaID, directPath } = this;
    return {
      id: { fromMe: id.fromMe, remote: plainWid(id.remote), id: id.id, _serialized: id._serialized },
      from: plainWid(from),
      to: plainWid(to),
      ...{ t, type, body, caption, ack, notifyName, quotedStanzaID, directPath },
      author: this.author && plainWid(this.author),
      quotedParticipant: this.quotedParticipant && plainWid(this.quotedParticipant),
    };
  }
}

class Msgs extends Model {
  byId = new Map();
  get = (id) => this.byId.get(id);
  getMessagesById = async (ids) => ({ messages: ids.map(this.get).filter(Boolean) });
  add(msg) {
    this.byId.set(msg.id._serialized, msg);
    chatOf(msg.id.remote).list.push(msg);
    this.trigger('add', msg);
  }
}
const msgs = new Msgs();

class Chats extends Model {
  byId = new Map();
  get = (wid) => this.byId.get(wid._serialized);
  getModelsArray = () => [...this.byId.values()];
}
const chats = new Chats();

function chatOf(wid) {
  const known = chats.get(wid);
  if (known) return known;
  const list = [];
  const chat = {
    id: wid,
    list,
    unreadCount: 0,
    mute: { expiration: 0 },
    formattedTitle: wid.user,
    msgs: { getModelsArray: () => [...list] },
    serialize: () => ({ id: plainWid(wid), unreadCount: chat.unreadCount, t: list.at(-1)?.t ?? 0 }),
  };
  chats.byId.set(wid._serialized, chat);
  return chat;
}

/* ── the connection ── */

class Socket extends Model {
  state = 'OPENING';
  hasSynced = false;
  on(names, handler) {
    super.on(names, handler);
    // Who comes late hears of it too: the library listens only after it has put its functions into the page.
    if (names.includes('change:hasSynced') && this.hasSynced) setTimeout(() => handler(this, true), 50);
  }
  become(state) {
    this.state = state;
    this.trigger('change:state', this, state);
    send('state', { state });
  }
  sync() {
    if (!SYNCS) return;
    this.hasSynced = true;
    this.trigger('change:hasSynced', this, true);
  }
  logout() {
    localStorage.removeItem(LINKED);
    send('unlinked', {});
  }
  reconnect() {}
  takeover() {
    send('takeover', {});
    this.become('CONNECTED');
  }
}
const socket = new Socket();
const cmd = new Model();
const conn = new Model();
Object.assign(conn, {
  ref: '',
  platform: 'android',
  serialize: () => ({ pushname: 'Gerai', platform: 'android' }),
});

let codes = 0;
function showCode() {
  codes += 1;
  conn.ref = `ref-${codes}-${Date.now()}`;
  conn.trigger('change:ref', conn, conn.ref);
  send('code', { code: conn.ref });
}

/* ── messages ── */

let acks = true;

function incoming({
  chat,
  id,
  type = 'chat',
  body = '',
  caption,
  name,
  author,
  quoted,
  quotedBy,
  media = false,
  fromMe = false,
  t,
}) {
  const wid = new Wid(chat);
  return new Msg({
    id: new MsgKey({ to: wid, id, selfDir: fromMe ? 'out' : 'in' }),
    from: fromMe ? me : wid,
    to: fromMe ? wid : me,
    t: t ?? Math.floor(Date.now() / 1_000),
    ack: 1,
    notifyName: name,
    author: author && new Wid(author),
    quotedStanzaID: quoted,
    quotedParticipant: quotedBy && new Wid(quotedBy),
    directPath: media ? '/media' : undefined,
    isNewMsg: true,
    ...{ type, body, caption },
  });
}

/** It was there before this page: nobody hears of it, and it may lie unseen in its chat. */
function history({ unseen, ...message }) {
  const msg = incoming(message);
  msgs.byId.set(msg.id._serialized, msg);
  const chat = chatOf(msg.id.remote);
  chat.list.push(msg);
  if (unseen) chat.unreadCount += 1;
}

function comes(message) {
  const msg = incoming(message);
  if (!msg.id.fromMe) chatOf(msg.id.remote).unreadCount += 1;
  msgs.add(msg);
}

function post(chat, message) {
  const msg = new Msg(message);
  msgs.add(msg);
  const sent = send('sent', {
    chat: chat.id._serialized,
    id: msg.id.id,
    type: msg.type,
    text: msg.type === 'chat' ? msg.body : (msg.caption ?? ''),
  });
  void sent.then(() => {
    if (!acks || socket.state !== 'CONNECTED') return;
    msg.ack = 1;
    msgs.trigger('change:ack', msg, 1);
  });
  return [Promise.resolve(), sent];
}

/* ── pictures ── */

class OpaqueData {
  static async createFromData(blob) {
    const made = new OpaqueData();
    made.blob = blob;
    return made;
  }
  url = () => 'blob:double';
  autorelease = () => undefined;
  formData = () => this.blob;
}

class MediaData {
  type = 'image';
  filehash = 'hash';
  isGif = false;
  constructor(opaque) {
    this.mediaBlob = opaque;
    this.mimetype = opaque.blob.type;
  }
  toJSON() {
    return {};
  }
  set(fields) {
    Object.assign(this, fields);
  }
}

/* ── the modules ── */

const no = () => false;
/** The one person whom WhatsApp knows by both kinds of id. */
const BUDI = { lid: new Wid('66554433221100@lid'), phone: new Wid('6281355500011@c.us') };
const MODULES = {
  WAWebSocketModel: { Socket: socket },
  WAWebCmd: { Cmd: cmd },
  WAWebConnModel: { Conn: conn },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {},
  WAWebApiContact: {
    getCurrentLid: ({ _serialized: id }) => (id === BUDI.phone._serialized ? BUDI.lid : undefined),
    getPhoneNumber: ({ _serialized: id }) => (id === BUDI.lid._serialized ? BUDI.phone : undefined),
  },
  WAWebQueryExistsJob: { queryWidExists: async () => null },
  WABase64: { encodeB64: () => 'AAAA' },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: 1 },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: 1 } }) } },
  WAWebSignalStoreApi: {
    waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: 1 } }) },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => 'secret' },
  WAWebUserPrefsMeUser: {
    getMaybeMePnUser: () => me,
    getMaybeMeLidUser: () => new Wid('11000000000000@lid'),
  },
  WAWebCollections: { Msg: msgs, Chat: chats, Contact: new Model(), Blocklist: { get: () => undefined } },
  WAWebSyncGatingUtils: {},
  WAWebCallCollection: null,
  WALinkify: { findLink: () => null, findLinks: () => [] },
  WAWebWidFactory: {
    asUserWidOrThrow: (wid) => wid,
    createWid: (id) => new Wid(id),
    createWidFromWidLike: (id) => new Wid(id._serialized),
  },
  WAWebFindChatAction: { findOrCreateLatestChat: async (wid) => ({ chat: chatOf(wid) }) },
  WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
  WAWebUpdateUnreadChatAction: {
    async sendSeen({ chat }) {
      chat.unreadCount = 0;
      const last = chat.list.findLast((each) => !each.id.fromMe);
      if (last) send('seen', { chat: chat.id._serialized, id: last.id.id });
    },
  },
  WAWebChatGetters: { getIsNewsletter: no, getIsBroadcast: no },
  WAWebMsgReply: { canReplyMsg: no },
  WAWebMsgKey: MsgKey,
  // All that it has is loaded.
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebSendMsgChatAction: { addAndSendMsgToChat: post },
  WAWebChatStateBridge: {
    sendChatStateComposing: async (wid) => void send('typing', { chat: wid._serialized }),
  },
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: { prepRawMedia: (opaque) => ({ waitForPrep: async () => new MediaData(opaque) }) },
  WAWebMediaStorage: {
    getOrCreateMediaObject: () => ({
      type: 'image',
      filehash: 'hash',
      size: 1,
      contentInfo: {},
      consolidate() {},
    }),
  },
  WAWebMmsMediaTypes: { msgToMediaType: () => 'image', castToV4: () => 'image' },
  WAWebMediaDataUtils: { shouldUseMediaCache: no },
  WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put() {} } },
  WAWebMediaMmsV4Upload: { uploadMedia: async () => ({ mediaEntry: { directPath: '/media' } }) },
};

window.Debug = { VERSION: '2.3000.0-double' };
window.require = (name) => {
  if (!(name in MODULES)) throw new Error(`The double has no module ${name}.`);
  return MODULES[name];
};

/* ── what happens at the phone and among people ── */

const DEEDS = {
  scan() {
    localStorage.setItem(LINKED, 'yes');
    socket.become('CONNECTED');
    setTimeout(() => socket.sync(), 100);
  },
  message: comes,
  history,
  edit({ id, body }) {
    const msg = [...msgs.byId.values()].find((each) => each.id.id === id);
    const before = msg.body;
    msg.body = body;
    msgs.trigger('change:body', msg, body, before);
  },
  state: ({ state }) => socket.become(state),
  acks({ on }) {
    acks = on;
  },
  async unlink() {
    localStorage.removeItem(LINKED);
    cmd.trigger('logout');
    setTimeout(() => location.assign('/?post_logout=1'), 50);
  },
};

new EventSource('/double/stream').onmessage = ({ data }) => {
  const { deed, ...details } = JSON.parse(data);
  DEEDS[deed](details);
};

if (localStorage.getItem(LINKED)) {
  setTimeout(() => {
    socket.become('CONNECTED');
    socket.sync();
  }, 100);
} else {
  setTimeout(() => {
    showCode();
    socket.become('UNPAIRED');
  }, 50);
}
