/** A certificate for a server on loopback, made for one run: Node has no function for that. DER by ITU-T X.690. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
}

/** In as few bytes as it takes: Chromium refuses more. */
function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

const SEQUENCE = 0x30;
const SET = 0x31;
/** 1.2.840.10045.4.3.2: ECDSA with SHA-256. */
const ECDSA_SHA256 = der(SEQUENCE, Buffer.from('06082a8648ce3d040302', 'hex'));

/** `CN=<name>`: 2.5.4.3 as a UTF8String. */
function nameOf(name: string): Buffer {
  const attribute = der(SEQUENCE, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)));
  return der(SEQUENCE, der(SET, attribute));
}

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`: SHA-256 of the public key, in base64. */
  readonly fingerprint: string;
}

export function selfSigned(host: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const utcTime = (text: string) => der(0x17, Buffer.from(text));
  const version3 = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.from([1]));
  const validity = der(SEQUENCE, utcTime('250101000000Z'), utcTime('491231235959Z'));
  const name = nameOf(host);
  const body = der(SEQUENCE, version3, serial, ECDSA_SHA256, name, validity, name, spki);
  const signature = sign('sha256', body, privateKey);
  const whole = der(SEQUENCE, body, ECDSA_SHA256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}
