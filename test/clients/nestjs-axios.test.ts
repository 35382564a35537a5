import 'reflect-metadata';
import { HttpService } from '@nestjs/axios';
import axios from 'axios';
import { firstValueFrom, forkJoin } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { attachOutcomes, outcomeOf } from '../../src/index.js';
import { inTurn, scriptedServer } from './scripted-server.js';

describe('with the HttpService of NestJS', () => {
  it('its observables retry, and outcomeOf reads what they give', async () => {
    const { baseURL, seen } = await scriptedServer(inTurn(502, 200, 409));
    const service = new HttpService(axios.create({ baseURL }));
    const client = attachOutcomes(service.axiosRef, { retry: { baseDelayMs: 1 } });

    const outcome = await client.outcomeOf(firstValueFrom(service.get<{ id: number }>('/orders')));
    expect(outcome).toMatchObject({ kind: 'success', data: { id: 7 } });
    expect(outcome.attempts.map(({ status }) => status)).toEqual([502, 200]);
    const refused = await outcomeOf(firstValueFrom(service.post('/orders', {})));
    expect(refused).toMatchObject({ kind: 'rejected', status: 409, effect: 'none' });
    expect(seen).toHaveLength(3);
  });

  it('an observable that is left cancels the request in its wait, and nothing more is sent', async () => {
    const { baseURL, seen } = await scriptedServer(() => ({ status: 503, headers: { 'Retry-After': '5' } }));
    const service = new HttpService(axios.create({ baseURL }));
    const waiting = new Promise<void>((resolve) => {
      attachOutcomes(service.axiosRef, { onRetry: () => resolve() });
    });
    const subscription = forkJoin([service.get('/orders')]).subscribe({ error: () => {} });
    await waiting;
    subscription.unsubscribe();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(1);
  });
});
