import type { AxiosAdapter, InternalAxiosRequestConfig } from 'axios';

/**
 * Chooses the boundary of a FormData body once per request, so that every
 * attempt sends the same bytes: axios's http adapter would choose a new one for
 * each. The fetch adapter's is the platform's own, and cannot be chosen.
 */
export function keepBoundary(config: InternalAxiosRequestConfig, adapter: AxiosAdapter): void {
  if (!isFormData(config.data) || !('adapterName' in adapter) || adapter.adapterName !== 'http') return;
  const type = config.headers.get('Content-Type');
  if (typeof type === 'string' && type.includes('boundary=')) return;
  config.headers.setContentType(`multipart/form-data; boundary=axios-outcome-${crypto.randomUUID()}`);
}

export function isFormData(body: unknown): boolean {
  return typeof body === 'object' && typeof FormData === 'function' && body instanceof FormData;
}
