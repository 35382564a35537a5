import type { PlayedOptions } from './scenario.js';

type Option = keyof PlayedOptions;

export interface Texts {
  readonly intro: string;
  readonly example: string;
  readonly ownScenario: string;
  readonly request: string;
  readonly catalogue: string;
  readonly method: string;
  readonly path: string;
  readonly complete: string;
  readonly options: string;
  readonly option: Readonly<Record<Option, string>>;
  readonly byDefault: string;
  readonly answers: string;
  readonly answersHint: string;
  readonly answer: (number: number) => string;
  readonly preset: string;
  readonly choosePreset: string;
  readonly status: string;
  readonly code: string;
  readonly latency: string;
  readonly content: string;
  readonly headers: string;
  readonly body: string;
  readonly bodyHint: string;
  readonly cut: string;
  readonly add: string;
  readonly remove: (number: number) => string;
  readonly again: string;
  readonly result: string;
  readonly happened: string;
  readonly timeline: (attempts: number, ms: number) => string;
  readonly attempt: string;
  readonly failed: string;
  readonly wait: string;
  readonly poll: string;
  readonly effect: string;
  readonly outcome: string;
  readonly explained: string;
  readonly program: string;
  readonly programHint: string;
  readonly copy: string;
  readonly refused: string;
  readonly starting: string;
}

export const texts: Readonly<Record<'en' | 'zh', Texts>> = {
  en: {
    intro:
      'Choose what the API answers. The library runs in this page and shows what your code gets. Nothing is sent over a network, and waits take no real time.',
    example: 'Example',
    ownScenario: 'your own scenario',
    request: 'Request',
    catalogue: 'Catalogue',
    method: 'Method',
    path: 'Path',
    complete: 'Follow a delayed task (client.complete)',
    options: 'Retry options',
    option: {
      retries: 'retries',
      baseDelayMs: 'baseDelayMs',
      maxHintMs: 'maxHintMs',
      attemptTimeoutMs: 'attemptTimeoutMs',
      deadlineMs: 'deadlineMs',
      jitter: 'jitter',
      idempotencyKey: 'idempotencyKey: true',
    },
    byDefault: 'default',
    answers: 'Answers of the API',
    answersHint: 'Each request gets the next answer. The last answer stays.',
    answer: (number) => `Answer ${number}`,
    preset: 'Documented answers',
    choosePreset: 'choose one …',
    status: 'Status',
    code: 'Error code',
    latency: 'After (ms)',
    content: 'Headers and body',
    headers: 'Headers, one a line',
    body: 'Body',
    bodyHint: 'empty: what the API would send',
    cut: 'The connection ends within the body',
    add: 'Add an answer',
    remove: (number) => `Remove answer ${number}`,
    again: 'Run again',
    result: 'Result',
    happened: 'What happened',
    timeline: (attempts, ms) => `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}, ${ms} ms in all`,
    attempt: 'answered',
    failed: 'failed',
    wait: 'a wait',
    poll: 'a poll of a task',
    effect: 'effect',
    outcome: 'The outcome, as an editor shows it',
    explained: 'explain(outcome)',
    program: 'The code',
    programHint: 'This program runs as it is: save it as play.mjs beside axios and axios-outcome.',
    copy: 'Copy',
    refused: 'The library refuses this:',
    starting: 'The library is being loaded …',
  },
  zh: {
    intro:
      '选择 API 的应答。库就在这个页面里运行，并显示您的代码会得到什么。不会向网络发送任何内容，等待也不花真实时间。',
    example: '示例',
    ownScenario: '自定义场景',
    request: '请求',
    catalogue: '目录',
    method: '方法',
    path: '路径',
    complete: '跟踪延迟任务（client.complete）',
    options: '重试选项',
    option: {
      retries: 'retries（重试次数）',
      baseDelayMs: 'baseDelayMs',
      maxHintMs: 'maxHintMs',
      attemptTimeoutMs: 'attemptTimeoutMs',
      deadlineMs: 'deadlineMs',
      jitter: 'jitter（抖动）',
      idempotencyKey: 'idempotencyKey: true',
    },
    byDefault: '默认',
    answers: 'API 的应答',
    answersHint: '每个请求依次得到下一个应答，最后一个应答一直有效。',
    answer: (number) => `应答 ${number}`,
    preset: '文档中的应答',
    choosePreset: '请选择 …',
    status: '状态码',
    code: '错误码',
    latency: '延迟（毫秒）',
    content: '响应头与响应体',
    headers: '响应头，每行一个',
    body: '响应体',
    bodyHint: '留空：按该 API 的格式生成',
    cut: '连接在响应体中途断开',
    add: '添加应答',
    remove: (number) => `删除应答 ${number}`,
    again: '再运行一次',
    result: '结果',
    happened: '发生了什么',
    timeline: (attempts, ms) => `${attempts} 次尝试，共 ${ms} 毫秒`,
    attempt: '成功应答',
    failed: '失败',
    wait: '等待',
    poll: '查询任务',
    effect: '执行情况',
    outcome: '结果对象，与编辑器中显示的一样',
    explained: 'explain(outcome)',
    program: '代码',
    programHint: '这段程序可以直接运行：保存为 play.mjs，并安装 axios 和 axios-outcome。',
    copy: '复制',
    refused: '库拒绝了这个设置：',
    starting: '正在加载 …',
  },
};
