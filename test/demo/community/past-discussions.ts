import type { Area } from './people.ts';

export interface PastDiscussion {
  area: Area;
  category: 'Q&A' | 'Ideas' | 'Show and tell';
  title: string;
  body: string;
  /** The first is the answer where `answered`. */
  replies: string[];
  answered: boolean;
}

export const pastDiscussions: PastDiscussion[] = [
  {
    area: 'distributed',
    category: 'Q&A',
    title: 'Pipeline or tensor parallel for a 70B over two nodes with 100 GbE?',
    body: 'Eight A100 in each node, no InfiniBand. What do people use?',
    replies: [
      'Tensor parallel 8 inside each node and pipeline parallel 2 between them. Tensor parallel over Ethernet spends most of its time in all-reduce. See the guide to several nodes.',
      'Same here, 1,900 tokens a second with `--tensor-parallel 8 --pipeline-parallel 2`.',
    ],
    answered: true,
  },
  {
    area: 'distributed',
    category: 'Q&A',
    title: 'Can stages of a pipeline have different numbers of layers?',
    body: 'One node has more memory than the other. I would like to give it more layers.',
    replies: [
      'Yes, `--stage-layers 48,32`. The numbers must add up to the layers of the model; the embedding counts for the first stage.',
    ],
    answered: true,
  },
  {
    area: 'cache',
    category: 'Q&A',
    title: 'How large should --prefix-cache-blocks be?',
    body: 'We have about 40 system prompts of 3,000 tokens each.',
    replies: [
      'Prompts times tokens over block size: 40 * 3000 / 16 = 7,500 blocks, and some room for conversations that continue.',
    ],
    answered: true,
  },
  {
    area: 'quant',
    category: 'Q&A',
    title: 'AWQ 和 FP8 怎么选？',
    body: '显卡是 L40S，主要服务中文客服场景，7B 到 14B 的模型，延迟比吞吐重要。',
    replies: [
      'L40S 支持 FP8，建议优先 FP8，精度损失更小；显存不够再用 AWQ。记得用中文数据校准。',
      '我们线上 14B 用 FP8，首字延迟 120ms 左右。',
    ],
    answered: true,
  },
  {
    area: 'server',
    category: 'Q&A',
    title: 'Is there a way to see token usage while streaming?',
    body: 'We bill by tokens and only get text.',
    replies: ['Set `stream_options: {"include_usage": true}`; the last chunk has it.'],
    answered: true,
  },
  {
    area: 'server',
    category: 'Ideas',
    title: 'Responses API',
    body: 'Newer SDKs speak `/v1/responses`. Would you accept a pull request that maps it onto chat completions?',
    replies: [
      'In principle yes. State between responses would have to live outside of Lumen.',
      'A first version without state would already help us.',
    ],
    answered: false,
  },
  {
    area: 'sampling',
    category: 'Q&A',
    title: 'Which draft model for speculative decoding of a 32B?',
    body: 'The 0.5B of the same family is accepted 55 % of the time. Is that good?',
    replies: ['Below 60 % it hardly pays. Try the 1.5B with 4 draft tokens, or n-gram drafting if prompts repeat.'],
    answered: true,
  },
  {
    area: 'models',
    category: 'Ideas',
    title: 'A registry for models that live outside of the repository',
    body: 'An entry point group would let us ship our own architecture without a fork.',
    replies: ['Sounds good. The interface of `lumen/models` would have to be written down first.'],
    answered: false,
  },
  {
    area: 'scheduler',
    category: 'Q&A',
    title: 'What decides who is preempted?',
    body: 'We see chats being preempted while batch jobs run on. How is the victim chosen?',
    replies: [
      'By the work that is lost: tokens to be computed again, fewest first. A priority per request is planned.',
    ],
    answered: true,
  },
  {
    area: 'tokenizer',
    category: 'Q&A',
    title: '如何自定义 chat template？',
    body: '我们的模型用的是自己的对话格式，想在启动时指定模板文件。',
    replies: [
      '用 `--chat-template path/to/template.jinja`，或者直接写进 checkpoint 的 `tokenizer_config.json`，后者优先级更低。',
    ],
    answered: true,
  },
  {
    area: 'metrics',
    category: 'Show and tell',
    title: 'Our Grafana dashboard for Lumen',
    body: 'Queue depth, time to first token, cache hit rate, all on one page. JSON is attached. Comments welcome.',
    replies: ['Lovely. Could we link it from the docs?'],
    answered: false,
  },
  {
    area: 'packaging',
    category: 'Q&A',
    title: 'Does the wheel work with CUDA 11.8?',
    body: 'Our cluster will not be upgraded before spring.',
    replies: ['Up to 0.6. Later ones need CUDA 12; build from source with `LUMEN_CUDA_ARCHS=80` if you have to.'],
    answered: true,
  },
];
