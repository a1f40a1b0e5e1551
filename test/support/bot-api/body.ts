/** Bodies of Bot API calls: JSON, urlencoded and multipart all become the same parameters. */
import type { IncomingMessage } from 'node:http';
import { badRequest } from './refusal.ts';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CallBody {
  readonly params: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

const NO_UPLOADS: ReadonlyMap<string, Upload> = new Map();

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks);
}

export function parseBody(contentType: string, bytes: Buffer, query: URLSearchParams | null): CallBody {
  if (contentType.startsWith('application/json')) return { params: json(bytes), uploads: NO_UPLOADS };
  if (contentType.startsWith('multipart/form-data')) return multipart(contentType, bytes);
  const form = new URLSearchParams(contentType.includes('urlencoded') ? bytes.toString() : '');
  return { params: { ...Object.fromEntries(query ?? []), ...Object.fromEntries(form) }, uploads: NO_UPLOADS };
}

function json(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (isRecord(value)) return value;
  } catch {
    // falls through to the refusal below
  }
  throw badRequest("can't parse JSON object");
}

function multipart(contentType: string, bytes: Buffer): CallBody {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('boundary in multipart/form-data is missing');
  const params: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  const mark = Buffer.from(`--${boundary}`);
  let start = bytes.indexOf(mark);
  while (start >= 0) {
    const end = bytes.indexOf(mark, start + mark.length);
    if (end < 0) break;
    // Between the marks: CRLF, headers, an empty line, the content, CRLF.
    readPart(bytes.subarray(start + mark.length + 2, end - 2), params, uploads);
    start = end;
  }
  return { params, uploads };
}

function readPart(part: Buffer, params: Record<string, unknown>, uploads: Map<string, Upload>): void {
  const gap = part.indexOf('\r\n\r\n');
  if (gap < 0) return;
  const headers = part.subarray(0, gap).toString();
  const content = part.subarray(gap + 4);
  const name = /name="?([^";\r\n]+)/i.exec(headers)?.[1];
  if (name === undefined) return;
  const file = /filename="?([^";\r\n]*)/i.exec(headers)?.[1];
  if (file === undefined) params[name] = content.toString();
  else uploads.set(name, { name: file, bytes: new Uint8Array(content) });
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A parameter that is an object or a list: JSON bodies carry it as it is, forms as JSON text. */
export function structured(value: unknown, what: string): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}

export function stringOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
