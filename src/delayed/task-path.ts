/**
 * The id of a task as a path segment, or undefined if it is not a valid id. The id comes from the server:
 * a slash or `..` in it would lead to another address of the API.
 */
export function idSegment(id: unknown): string | undefined {
  if (typeof id !== 'string' || !/^[\w.:~-]{1,200}$/.test(id) || /^\.+$/.test(id)) return undefined;
  return encodeURIComponent(id);
}

/** The address of the call of a documented operation, in parts. */
export interface CalledPath {
  /** Scheme, host, and the prefix that a proxy puts before the documented path. */
  readonly base: string;
  /** The first segment of the documented path, such as `v1.0`. */
  readonly version: string;
  /** The segment in the place of `{project_id}`. */
  readonly projectId: string;
}

/** Splits an address by the documented path of its operation, such as `/v3/{project_id}/…`. */
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

/** Splits an absolute address before its path. The query and the fragment are dropped. */
export function splitUrl(url: string): { readonly origin: string; readonly path: string } {
  const address = url.replace(/[?#].*$/s, '');
  const [origin = ''] = /^[a-z][a-z\d+.-]*:\/\/[^/]*/i.exec(address) ?? [];
  return { origin, path: address.slice(origin.length) };
}
