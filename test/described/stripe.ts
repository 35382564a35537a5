// A part of Stripe's API in the form that openapi-typescript 7 gives it, written by hand: forms as
// bodies, `default` for every error, lists that are one of several types, text where all else is JSON.

export interface components {
  schemas: {
    customer: { id: string; object: 'customer'; email?: string | null; metadata?: { [key: string]: string } };
    deleted_customer: { id: string; object: 'customer'; deleted: true };
    payment_intent: {
      id: string;
      object: 'payment_intent';
      amount: number;
      status: 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded';
      customer?:
        | string
        | components['schemas']['customer']
        | components['schemas']['deleted_customer']
        | null;
    };
    error: {
      error: {
        type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
        code?: string;
        message?: string;
        param?: string;
        decline_code?: string;
        payment_intent?: components['schemas']['payment_intent'];
      };
    };
  };
}
type Errors = {
  headers: { [name: string]: unknown };
  content: { 'application/json': components['schemas']['error'] };
};
type Answer<Body> = { headers: { [name: string]: unknown }; content: { 'application/json': Body } };
type NoParameters = { query?: never; header?: never; path?: never; cookie?: never };

export interface paths {
  '/v1/customers/{customer}': {
    parameters: NoParameters;
    get: operations['GetCustomersCustomer'];
    put?: never;
    post: operations['PostCustomersCustomer'];
    delete: operations['DeleteCustomersCustomer'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/payment_intents': {
    parameters: NoParameters;
    get?: never;
    put?: never;
    post: operations['PostPaymentIntents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/quotes/{quote}/pdf': {
    parameters: NoParameters;
    get: operations['GetQuotesQuotePdf'];
  };
}
export interface operations {
  GetCustomersCustomer: {
    parameters: { query?: { expand?: string[] }; header?: never; path: { customer: string }; cookie?: never };
    requestBody?: { content: { 'application/x-www-form-urlencoded': Record<string, never> } };
    responses: {
      200: Answer<components['schemas']['customer'] | components['schemas']['deleted_customer']>;
      default: Errors;
    };
  };
  PostCustomersCustomer: {
    parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
    requestBody?: {
      content: {
        'application/x-www-form-urlencoded': {
          email?: string;
          metadata?: { [key: string]: string } | '';
          expand?: string[];
        };
      };
    };
    responses: { 200: Answer<components['schemas']['customer']>; default: Errors };
  };
  DeleteCustomersCustomer: {
    parameters: { query?: never; header?: never; path: { customer: string }; cookie?: never };
    requestBody?: { content: { 'application/x-www-form-urlencoded': Record<string, never> } };
    responses: { 200: Answer<components['schemas']['deleted_customer']>; default: Errors };
  };
  PostPaymentIntents: {
    parameters: NoParameters;
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': { amount: number; currency: string; confirm?: boolean };
      };
    };
    responses: { 200: Answer<components['schemas']['payment_intent']>; default: Errors };
  };
  GetQuotesQuotePdf: {
    parameters: { query?: never; header?: never; path: { quote: string }; cookie?: never };
    requestBody?: never;
    responses: {
      200: { headers: { [name: string]: unknown }; content: { 'application/pdf': string } };
      default: Errors;
    };
  };
}
