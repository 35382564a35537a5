import type { CodeEntry } from '../../semantics/catalogue.js';
import { unfinishedCode } from './unfinished.js';

const codes = {
  // The page has no status for these three codes. They mean the same as 409 of HTTP.
  AnotherOperationInProgress: {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [409, 429],
    meaning: {
      en: 'Another operation on the resource, or on one that depends on it, goes on.',
      zh: '该资源或相关资源上的另一操作正在进行。',
    },
    remedy: { en: 'Wait for the other operation to end.', zh: '请等待另一操作结束。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  DeploymentActiveAndUneditable: {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [409],
    meaning: { en: 'Another deployment to this resource group goes on.', zh: '该资源组的另一部署正在进行。' },
    remedy: { en: 'Wait for the other deployment to end.', zh: '请等待另一部署结束。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  ResourceGroupBeingDeleted: {
    kind: 'unavailable',
    retry: 'transient',
    statuses: [409],
    meaning: { en: 'The resource group is being deleted.', zh: '资源组正在删除。' },
    remedy: { en: 'Wait for the deletion to end.', zh: '请等待删除完成。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  // A lock, and not a rate. Without a Retry-After, the waits are those of a temporary fault.
  RetryableError: {
    retry: 'transient',
    statuses: [429],
    meaning: {
      en: 'The provider asks for another attempt: a resource that is used here is not ready.',
      zh: '提供程序要求重试：所引用的资源尚未就绪。',
    },
    remedy: { en: 'Wait for the resource to be provisioned.', zh: '请等待资源就绪。' },
    source: 'Azure network resource provider, as in hashicorp/terraform issues 7153 and 7986',
  },
  RetryableErrorDueToAnotherOperation: {
    retry: 'transient',
    statuses: [429],
    meaning: { en: 'Another operation holds the resource.', zh: '资源正被另一操作锁定。' },
    remedy: { en: 'Wait for the other operation to end.', zh: '请等待另一操作结束。' },
    source: 'Azure Resource Manager, Request limits and throttling, Error code',
  },
  Conflict: {
    retry: 'never',
    statuses: [409],
    meaning: {
      en: 'The state of the resource does not allow the operation.',
      zh: '资源的当前状态不允许此操作。',
    },
    remedy: { en: 'Bring the resource into the right state first.', zh: '请先让资源处于合适的状态。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  AuthorizationFailed: {
    retry: 'never',
    statuses: [403],
    meaning: { en: 'The account or the service principal lacks access.', zh: '帐户或服务主体没有访问权限。' },
    remedy: {
      en: 'Have a role assigned, or the provider registered.',
      zh: '请分配角色，或注册资源提供程序。',
    },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  RequestDisallowedByPolicy: {
    retry: 'never',
    statuses: [403],
    meaning: { en: 'A policy of the subscription forbids the action.', zh: '订阅的策略禁止该操作。' },
    remedy: { en: 'Change the request so that it meets the policy.', zh: '请修改请求以满足策略。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  SkuNotAvailable: {
    retry: 'never',
    meaning: { en: 'The size is not to be had at this location.', zh: '所选位置没有该规格。' },
    remedy: { en: 'Choose another size or another location.', zh: '请更换规格或位置。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
  ResourceQuotaExceeded: {
    retry: 'never',
    meaning: {
      en: 'The quota of the subscription, the group or the region is used up.',
      zh: '订阅、资源组或区域的配额已用完。',
    },
    remedy: { en: 'Stay within the quota, or ask for a larger one.', zh: '请控制用量，或申请更大的配额。' },
    source: 'Azure Resource Manager, Troubleshoot common Azure deployment errors, Error codes',
  },
} as const;

codes satisfies { readonly [code: string]: CodeEntry };

type All = typeof codes & typeof unfinishedCode;

/** The error codes of Azure Resource Manager that say whether another attempt can succeed. */
export const azureCodes: { readonly [C in keyof All]: All[C] } = { ...codes, ...unfinishedCode };
