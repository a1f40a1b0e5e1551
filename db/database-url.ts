/** Embedded databases have a URL and a path: from one to the other. */
import { StorageError } from './database.ts';

export function isEmbedded(url: string): boolean {
  return url.startsWith('file:');
}

/** @throws StorageError for a URL without a file: an in-memory database is dropped after its first transaction. */
export function databaseFile(url: string): string {
  const match = /^file:(?:\/\/(?:localhost)?(?=\/))?([^?#]+)/.exec(url);
  const path = decodeURIComponent(match?.[1] ?? '');
  if (path === '' || path === ':memory:') {
    throw new StorageError('io', { cause: new Error(`${url} is not the URL of a database file.`) });
  }
  return path;
}

export function fileUrl(path: string): string {
  return `file:${encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')}`;
}
