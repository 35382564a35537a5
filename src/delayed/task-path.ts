/**
 * A path segment made of the id that a server gave its task, or undefined where
 * it is no such id. An id comes from the wire: one with a slash, or `..`, would
 * lead to another address of the API than the one that is documented.
 */
export function idSegment(id: unknown): string | undefined {
  if (typeof id !== 'string' || !/^[\w.:~-]{1,200}$/.test(id) || /^\.+$/.test(id)) return undefined;
  return encodeURIComponent(id);
}

/** Where the call of a documented operation went. */
export interface CalledPath {
  /** Scheme, host, and the prefix that a proxy put before the documented path. */
  readonly base: string;
  /** The first segment of the documented path: `v1.0`. */
  readonly version: string;
  /** The segment of `{project_id}`. */
  readonly projectId: string;
}

/** Reads an address by the documented path of its operation: `/v3/{project_id}/…`. */
export function readCalledPath(url: string, template: string): CalledPath | undefined {
  const { origin, path } = splitUrl(url);
  const documented = template.split('/').slice(1);
  const called = path.replace(/\/$/, '').split('/');
  const prefix = called.slice(0, -documented.length);
  const project = documented.indexOf('{project_id}');
  const [version] = called.slice(prefix.length);
  const projectId = project < 0 ? undefined : called[prefix.length + project];
  if (prefix.length === 0 || !version || !projectId) return undefined;
  return { base: origin + prefix.join('/'), version, projectId };
}

/** An absolute address, cut before its path. The query and the fragment are dropped. */
export function splitUrl(url: string): { readonly origin: string; readonly path: string } {
  const address = url.replace(/[?#].*$/s, '');
  const [origin = ''] = /^[a-z][a-z\d+.-]*:\/\/[^/]*/i.exec(address) ?? [];
  return { origin, path: address.slice(origin.length) };
}
