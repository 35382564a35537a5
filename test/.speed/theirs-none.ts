import createClient from 'openapi-fetch';
import type { paths } from '@octokit/openapi-types';
export const api = createClient<paths>();
