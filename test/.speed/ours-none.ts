import axios from 'axios';
import { attachOutcomes } from 'axios-outcome';
import type { paths } from '@octokit/openapi-types';
export const api = attachOutcomes(axios.create()).describedBy<paths>();
