import { type CodeRow, type Sourced, sourced } from '../../sourced.js';

const rows = {
  'KPS.0001': {
    statuses: [400],
    meaning: { en: "The task's ID is not in a valid form.", zh: '任务 ID 的格式不正确。' },
    remedy: { en: 'Send the task_id as KPS gave it.', zh: '请使用 KPS 返回的 task_id。' },
  },
  'KPS.0002': {
    statuses: [400],
    meaning: { en: 'A parameter is wrong.', zh: '有参数不正确。' },
    remedy: { en: 'Correct the parameter.', zh: '请更正该参数。' },
  },
  // The page says "try again" for every KPS code of status 500.
  'KPS.0003': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'A service that KPS depends on is not available.', zh: 'KPS 所依赖的服务不可用。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.0004': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'KPS got an answer that it could not use.', zh: 'KPS 收到了无法使用的响应。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.0005': {
    statuses: [400],
    meaning: { en: 'There is no such failed task.', zh: '找不到该失败任务。' },
    remedy: { en: 'Send the ID of a task that failed.', zh: '请填写失败任务的 ID。' },
  },
  'KPS.0006': {
    statuses: [400],
    meaning: { en: 'There is no such user.', zh: '找不到该用户。' },
    remedy: { en: "Check the user's name.", zh: '请检查用户名。' },
  },
  'KPS.4016': {
    statuses: [400],
    meaning: { en: 'There is no such key pair.', zh: '找不到该密钥对。' },
    remedy: { en: 'Check the name of the key pair.', zh: '请检查密钥对名称。' },
  },
  'KPS.5001': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'The database could not be read.', zh: '读取数据库失败。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.5002': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'A record could not be added to the database.', zh: '未能向数据库添加记录。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.5003': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'A record could not be deleted from the database.', zh: '未能从数据库删除记录。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.5004': {
    retry: 'transient',
    statuses: [500],
    meaning: { en: 'A record of the database could not be changed.', zh: '未能修改数据库记录。' },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.6004': {
    statuses: [400],
    meaning: { en: 'No key pair was found.', zh: '没有查到密钥对。' },
    remedy: { en: 'Check the name of the key pair.', zh: '请检查密钥对名称。' },
  },
  'KPS.6005': {
    statuses: [400],
    meaning: { en: 'KPS does not hold the private key.', zh: 'KPS 没有托管该私钥。' },
    remedy: { en: 'Check whether the private key was handed to KPS.', zh: '请检查私钥是否已交由 KPS 托管。' },
  },
  'KPS.6007': {
    retry: 'transient',
    statuses: [500],
    meaning: {
      en: 'The key encryption key (KEK) could not be created.',
      zh: '未能创建密钥加密密钥（KEK）。',
    },
    remedy: { en: 'Try again; if it goes on, ask support.', zh: '请重新尝试；若持续出现，请咨询技术支持。' },
  },
  'KPS.6008': {
    statuses: [400],
    meaning: { en: 'The private key could not be encrypted.', zh: '未能加密私钥。' },
    remedy: { en: 'Check that the KMS key is there and enabled.', zh: '请检查 KMS 密钥是否存在且已启用。' },
  },
  'KPS.6009': {
    statuses: [403],
    meaning: { en: 'The key pair did not pass verification.', zh: '密钥对未通过校验。' },
    remedy: {
      en: 'Send the right verification code of the managed private key.',
      zh: '请填写正确的私钥托管校验码。',
    },
  },
  'KPS.6010': {
    statuses: [400],
    meaning: { en: 'The private key could not be saved.', zh: '未能保存私钥。' },
    remedy: { en: 'Check that the KMS key is there and enabled.', zh: '请检查 KMS 密钥是否存在且已启用。' },
  },
  'KPS.6011': {
    statuses: [400],
    meaning: { en: 'The private key does not belong to the public key.', zh: '私钥与公钥不是一对。' },
    remedy: { en: 'Import both halves of the same key pair.', zh: '请导入同一密钥对的公钥和私钥。' },
  },
  'KPS.9001': {
    reauthenticate: true,
    statuses: [401],
    meaning: {
      en: 'The request has no token, or its token could not be verified.',
      zh: '请求没有携带 token，或其 token 未通过认证。',
    },
    remedy: { en: 'Get a new token and send the request again.', zh: '请获取新的 token 后重新发送请求。' },
  },
  // This 401 is about the user, and not about an old token.
  'KPS.9002': {
    statuses: [401],
    meaning: { en: 'Users of the open beta test have no access.', zh: '公测用户无法使用该服务。' },
    remedy: { en: 'Use an account that is not in the beta test.', zh: '请改用不在公测中的帐户。' },
  },
  'KPS.9003': {
    statuses: [403],
    meaning: { en: 'The user may not do this.', zh: '用户无权进行此操作。' },
    remedy: { en: 'Have the permission granted to the user.', zh: '请为用户授予相应权限。' },
  },
  'KPS.9004': {
    statuses: [403],
    meaning: { en: 'The account has been frozen.', zh: '帐户处于冻结状态。' },
    remedy: { en: 'Have the account unfrozen first.', zh: '请先解除帐户冻结。' },
  },
  'KPS.9005': {
    statuses: [403],
    meaning: { en: 'There are restrictions on the account.', zh: '帐户处于受限状态。' },
    remedy: { en: 'Have the restriction lifted first.', zh: '请先解除帐户限制。' },
  },
  'KPS.9006': {
    statuses: [403],
    meaning: { en: 'KPS does not know users of this type.', zh: 'KPS 不认识此类用户。' },
    remedy: { en: 'Have the permission granted to the user.', zh: '请为用户授予相应权限。' },
  },
} as const;

rows satisfies { readonly [code: string]: CodeRow };

/** The error codes of the Key Pair Service (KPS). */
export const kpsCodes: Sourced<typeof rows, 'DEW API Reference, Error Codes'> = sourced(
  rows,
  'DEW API Reference, Error Codes',
);
