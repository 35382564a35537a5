// Made by openapi-typescript 7.13.0 from kennel.yaml, and formatted.

export interface paths {
  '/dogs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['listDogs'];
    put?: never;
    post: operations['addDog'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dogs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description a dog */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Dog'];
          };
        };
        /** @description none */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Missing'];
          };
        };
        /** @description wrong */
        '4XX': {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Wrong'];
          };
        };
        default: components['responses']['Error'];
      };
    };
    put?: never;
    post?: never;
    delete: operations['removeDog'];
    options?: never;
    head: operations['hasDog'];
    patch: operations['changeDog'];
    trace?: never;
  };
  '/dogs/{id}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ownerOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dogs/{id}/photo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['photoOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dogs/{id}/walks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['walk'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dogs/{id}/naps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['nap'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notes/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations['writeNote'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/boxes/{row}-{column}/{ids}/{size}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['findBoxes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['health'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Dog: {
      id: string;
      name: string;
      age: number | null;
    };
    NewDog: {
      name: string;
      age?: number;
    };
    Owner: {
      phone: string;
    };
    Walk: {
      metres: number;
    };
    Note: {
      length: number;
    };
    Missing: {
      missing: string;
    };
    Wrong: {
      wrong: string[];
    };
    Conflict: {
      type: string;
      other: string;
    };
    Closed: {
      until: string;
    };
    Error: {
      code: string;
      message: string;
    };
  };
  responses: {
    /** @description any error */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listDogs: {
    parameters: {
      query: {
        breed: string;
        tags?: string[];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description dogs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dog'][];
        };
      };
      default: components['responses']['Error'];
    };
  };
  addDog: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewDog'];
        'application/x-www-form-urlencoded': {
          name: string;
        };
        'multipart/form-data': {
          name: string;
          /** Format: binary */
          photo: string;
        };
      };
    };
    responses: {
      /** @description added */
      201: {
        headers: {
          Location: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dog'];
        };
      };
      /** @description there is one */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Conflict'];
        };
      };
      /** @description wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | {
                field: string;
              }
            | {
                fields: string[];
              };
        };
      };
      /** @description closed */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Closed'];
        };
      };
    };
  };
  removeDog: {
    parameters: {
      query?: never;
      header: {
        'If-Match': string;
        Authorization: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description gone */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description changed */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wrong'];
        };
      };
    };
  };
  hasDog: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description there is one */
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description none */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  changeDog: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/merge-patch+json': {
          name?: string | null;
        };
      };
    };
    responses: {
      /** @description without a body */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description no status of the registry */
      460: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Wrong'];
        };
      };
    };
  };
  ownerOf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description the owner, if any */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Owner'] | null;
        };
      };
    };
  };
  photoOf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description a photo */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
          'application/hal+json': {
            href: string;
          };
          'application/json': {
            url: string;
          };
        };
      };
      /** @description no such format */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
    };
  };
  walk: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description a walk */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Walk'];
        };
      };
      /** @description later */
      202: {
        headers: {
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            queue: number;
          };
        };
      };
    };
  };
  nap: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          minutes?: number;
        };
      };
    };
    responses: {
      /** @description later */
      202: {
        headers: {
          'Operation-Location'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  writeNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/plain': string;
      };
    };
    responses: {
      /** @description written */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Note'];
        };
      };
      /** @description broken */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Closed'];
        };
      };
    };
  };
  findBoxes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        row: number;
        column: number;
        ids: string[];
        size: {
          x: number;
          y: number;
        };
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description boxes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string[];
        };
      };
    };
  };
  health: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description how it is */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            up: boolean;
          };
        };
      };
    };
  };
}
