// What @hey-api/openapi-ts 0.95 writes for axios, cut down to what an outcome sees of it: the types of
// one operation, a function that calls it, and how its client answers.
import axios, { type AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';

export interface Pet {
  readonly id: string;
  readonly name: string;
}
export type GetPetErrors = {
  404: { readonly missing: string };
  default: { readonly code: string };
};
export type GetPetResponses = {
  200: Pet;
};
export type RemovePetResponses = {
  // biome-ignore lint/suspicious/noConfusingVoidType: as it is written there.
  204: void;
};

type Result<Good, Bad, Throws extends boolean> = Throws extends true
  ? Promise<AxiosResponse<Good[keyof Good]>>
  : Promise<
      | (AxiosResponse<Good[keyof Good]> & { error: undefined })
      | (AxiosError<Bad[keyof Bad]> & { data: undefined; error: Bad[keyof Bad] })
    >;
interface Options<Throws extends boolean> {
  readonly path: { readonly id: string };
  readonly throwOnError?: Throws;
}

let instance: AxiosInstance = axios.create();
export const client = {
  setConfig: (config: { readonly axios: AxiosInstance }): void => {
    instance = config.axios;
  },
};

export const getPet = <Throws extends boolean = false>(options: Options<Throws>) =>
  send<GetPetResponses, GetPetErrors, Throws>('GET', options);
export const removePet = <Throws extends boolean = false>(options: Options<Throws>) =>
  send<RemovePetResponses, unknown, Throws>('DELETE', options);

function send<Good, Bad, Throws extends boolean>(method: string, options: Options<Throws>) {
  // What `answer` returns is what the generated client promises.
  return answer(method, options) as Result<Good, Bad, Throws>;
}

async function answer(method: string, { path, throwOnError }: Options<boolean>): Promise<unknown> {
  try {
    const response = await instance({ method, url: `/pets/${path.id}`, responseType: 'json' });
    return { ...response, data: response.data ?? {} };
  } catch (error) {
    if (throwOnError || !axios.isAxiosError(error)) throw error;
    return Object.assign(error, { error: error.response?.data ?? {} });
  }
}
