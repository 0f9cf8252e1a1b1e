import { printDay, two } from '../works.ts';
import { type Block, layOut } from './layouts.ts';
import type { Bound, CountedList, Plan, PlanTarget } from './plan.ts';

/** The text of a plan in its layout, errors as they were planted. */
export function printPlan(plan: Plan): string {
  const { layout, slip, lost, tail } = plan;
  const signed = closing(plan, lost === 'signature');
  const opening = [...(lost === 'header' ? [] : header(plan)), ...title(plan), ...bases(plan)];
  const blocks =
    plan.form === 'decision'
      ? [...opening, ...articles(plan), ...signed, ...attached(plan), ...body(plan), ...annexes(plan)]
      : [...opening, ...body(plan), ...signed, ...annexes(plan)];
  const text = layOut(blocks, layout) + (tail === undefined ? '' : `\n${tail}\n`);
  return slip ? text.replace(slip.right, () => slip.wrong) : text;
}

function header({ work, author, form }: Plan): Block[] {
  const day = `${author.place}, ${printDay(work.date, 'long')}`;
  if (author.system === 'party')
    return [
      { kind: 'head', lines: [author.issuer.toUpperCase(), '*', `Số ${work.number}`] },
      { kind: 'head', lines: ['ĐẢNG CỘNG SẢN VIỆT NAM'] },
      { kind: 'head', lines: [day] },
    ];
  return [
    { kind: 'head', lines: ['ỦY BAN NHÂN DÂN', author.territory.toUpperCase()] },
    { kind: 'head', lines: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] },
    { kind: 'head', lines: [`Số: ${work.number}`, ...(form === 'letter' ? [`V/v ${work.title}`] : [])] },
    { kind: 'head', lines: [day] },
  ];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const title = ({ work, form, author }: Plan): Block[] =>
  form === 'letter' ? [{ kind: 'text', text: `Kính gửi: ${author.all}; ${author.units}.` }] : [{ kind: 'head', lines: [work.type.toUpperCase(), capital(work.title)] }];

function articles({ author, work }: Plan): Block[] {
  const plan = work.title.replace('ban hành ', '');
  return [
    { kind: 'head', lines: ['QUYẾT ĐỊNH:'] },
    { kind: 'text', text: `Điều 1. Ban hành kèm theo Quyết định này ${plan}.` },
    { kind: 'text', text: 'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.' },
    { kind: 'text', text: `Điều 3. Chánh Văn phòng ${author.self}, Thủ trưởng các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.` },
  ];
}

const attached = ({ work, author }: Plan): Block[] => [
  {
    kind: 'annex',
    lines: [
      'KẾ HOẠCH',
      capital(work.title.replace('ban hành Kế hoạch ', '')),
      `(Ban hành kèm theo Quyết định số ${work.number} ${printDay(work.date, 'slash')} của ${author.issuer})`,
    ],
  },
];

function bases({ bases: works, layout, author, work, form, targets }: Plan): Block[] {
  if (form === 'decision')
    return [
      ...works.map(({ words }): Block => ({ kind: 'text', text: `Căn cứ ${words};` })),
      { kind: 'text', text: `Theo đề nghị của Thủ trưởng ${targets[0]?.lead ?? 'cơ quan chuyên môn'}.` },
    ];
  const issues = form === 'letter' ? `${author.self} yêu cầu các cơ quan, đơn vị thực hiện các nội dung sau:` : `${author.self} ban hành ${work.type} với các nội dung sau:`;
  if (layout.bases === 'lines')
    return [...works.map(({ words }, at): Block => ({ kind: 'text', text: `Căn cứ ${words}${at < works.length - 1 ? ';' : '.'}` })), { kind: 'text', text: issues }];
  return [{ kind: 'text', text: `Thực hiện ${works.map(({ words }) => words).join('; ')}, ${issues}` }];
}

function body(plan: Plan): Block[] {
  const { purposes, review, targets, lists, sums, tasks, duties, report, author, annexes: annexed } = plan;
  const [first, ...rest] = lists as [CountedList, ...CountedList[]];
  const half = Math.ceil(purposes.length / 2);
  const blocks: Block[] = [
    { kind: 'section', text: 'MỤC ĐÍCH, YÊU CẦU' },
    { kind: 'division', text: 'Mục đích' },
    ...purposes.slice(0, half).map((text): Block => ({ kind: 'dash', text })),
    { kind: 'division', text: 'Yêu cầu' },
    ...purposes.slice(half).map((text): Block => ({ kind: 'dash', text })),
    ...(review.length > 0 ? [{ kind: 'section', text: 'KẾT QUẢ THỰC HIỆN' } as Block, ...review.map((text): Block => ({ kind: 'text', text }))] : []),
    { kind: 'section', text: 'MỤC TIÊU' },
    { kind: 'division', text: 'Mục tiêu chung' },
    { kind: 'text', text: 'Huy động các nguồn lực để hoàn thành các chỉ tiêu đã đề ra; nâng cao đời sống của người dân.' },
    { kind: 'division', text: 'Mục tiêu cụ thể' },
    ...targetLines(plan, targets),
    { kind: 'section', text: 'NHIỆM VỤ, GIẢI PHÁP' },
    { kind: 'text', text: `Tập trung thực hiện ${count(plan, first.declared)} ${first.noun} sau:` },
    ...listItems(first),
    ...rest.flatMap((list): Block[] => [{ kind: 'text', text: `Trong quá trình thực hiện cần chú trọng ${count(plan, list.declared)} ${list.noun} sau:` }, ...listItems(list)]),
    ...(sums.length > 0 ? [{ kind: 'section', text: 'NGUỒN LỰC THỰC HIỆN' } as Block] : []),
    ...sums.map(
      ({ lead, total, unit, parts }): Block => ({
        kind: 'text',
        text: `${lead} ${two(total)} ${unit}, gồm: ${parts.map(({ amount, name }) => (unit === 'tỷ đồng' ? `${name} ${two(amount)} tỷ đồng` : `${two(amount)} ${name}`)).join(', ')}.`,
      }),
    ),
    { kind: 'section', text: 'TỔ CHỨC THỰC HIỆN' },
  ];
  if (!annexed.includes('tasks'))
    blocks.push(
      ...tasks.map(
        ({ text, lead, others, deadline }): Block => ({
          kind: 'division',
          text: `${lead} chủ trì, phối hợp với ${others.join(', ')} ${text.charAt(0).toLowerCase()}${text.slice(1)}; thời gian thực hiện: ${deadline}.`,
        }),
      ),
    );
  else blocks.push({ kind: 'division', text: `${author.all} và ${author.units} căn cứ nhiệm vụ tại Phụ lục tổ chức thực hiện.` });
  blocks.push(...duties.map(({ agency, words }): Block => ({ kind: 'division', text: `${agency} ${words}.` })), {
    kind: 'division',
    text: `${author.units} xây dựng kế hoạch cụ thể; báo cáo ${author.self} ${report}./.`,
  });
  return blocks;
}

const count = ({ layout }: Plan, value: number) => (layout.zeros ? two(value) : String(value));

const listItems = (list: CountedList): Block[] =>
  list.items.map((text, at): Block => ({ kind: list.labels, text: `${text}.`, at: at + (list.gap !== undefined && at >= list.gap ? 1 : 0) }));

function targetLines({ layout, years, partOf }: Plan, targets: readonly PlanTarget[]): Block[] {
  const told = targets.filter(({ inText }) => inText);
  const part = (year: number): Block[] =>
    partOf?.year === year
      ? [{ kind: 'dash', text: `Đến năm ${year}, có ${partOf.whole} xã đạt chuẩn nông thôn mới, trong đó có ${two(partOf.part)} xã đạt chuẩn nông thôn mới nâng cao.` }]
      : [];
  if (layout.targets === 'by-indicator' || years.length === 1)
    return [
      ...told.map(
        ({ indicator, bound, unit, values }): Block => ({
          kind: 'dash',
          text: `${indicator} ${values.map((value) => `đến năm ${value.year} ${amount(bound, value, unit)}`).join(', ')}.`,
        }),
      ),
      ...years.flatMap(part),
    ];
  return years.flatMap((year, at): Block[] => [
    { kind: 'letter', text: `Đến năm ${year}:`, at },
    ...told.map(({ indicator, bound, unit, values }): Block => ({ kind: 'dash', text: `${indicator} ${amount(bound, values[at] as PlanTarget['values'][number], unit)}.` })),
    ...part(year),
  ]);
}

/** A number with a decimal comma: 62,5 */
export const decimal = (value: number) => String(value).replace('.', ',');

/** A value and its bound in running text: "đạt từ 62,5% trở lên". */
function amount(bound: Bound, { low, high }: PlanTarget['values'][number], unit: string): string {
  const measured = (value: number | string) => (unit === '%' ? `${value}%` : `${value} ${unit}`);
  if (high !== null) return `đạt ${measured(`${decimal(low)} - ${decimal(high)}`)}`;
  const value = measured(decimal(low));
  return { eq: `đạt ${value}`, range: `đạt ${value}`, ge: `đạt từ ${value} trở lên`, gt: `đạt trên ${value}`, lt: `còn dưới ${value}` }[bound];
}

/** A value and its bound in a cell: "≥ 62,5". */
export function cell(bound: Bound, { low, high }: PlanTarget['values'][number]): string {
  if (high !== null) return `${decimal(low)} - ${decimal(high)}`;
  return `${{ eq: '', range: '', ge: '≥ ', gt: '> ', lt: '< ' }[bound]}${decimal(low)}`;
}

function closing({ author, signatory }: Plan, unsigned: boolean): Block[] {
  const party = author.system === 'party';
  const body = party ? 'T/M BAN THƯỜNG VỤ' : 'TM. ỦY BAN NHÂN DÂN';
  const recipients: Block = { kind: 'head', lines: ['Nơi nhận:', '- Như trên;', `- ${party ? 'Lưu Văn phòng' : 'Lưu: VT'}.`] };
  return unsigned ? [recipients] : [recipients, { kind: 'head', lines: [body, party ? 'BÍ THƯ' : 'CHỦ TỊCH'] }, { kind: 'head', lines: [signatory] }];
}

function annexes(plan: Plan): Block[] {
  const { annexes: kinds, work, author } = plan;
  const numbered = kinds.length > 1;
  return kinds.flatMap((kind, at): Block[] => [
    {
      kind: 'annex',
      lines: [
        numbered ? `PHỤ LỤC ${['I', 'II'][at]}` : 'PHỤ LỤC',
        kind === 'targets' ? 'HỆ THỐNG CHỈ TIÊU' : 'DANH MỤC NHIỆM VỤ',
        `(Kèm theo ${work.type} số ${work.number} ${printDay(work.date, 'slash')} của ${author.issuer})`,
      ],
    },
    { kind: 'table', rows: kind === 'targets' ? targetRows(plan) : taskRows(plan) },
  ]);
}

function targetRows({ targets, years }: Plan): string[][] {
  const rows = targets.filter(({ inTable }) => inTable);
  return [
    ['TT', 'Chỉ tiêu', 'Đơn vị tính', ...years.map((year) => `Năm ${year}`), 'Cơ quan theo dõi'],
    ...rows.map((target, at) => {
      const cells = (target.tableValues ?? target.values).map((value, year) =>
        target.tableCell?.year === year ? target.tableCell.words : cell(target.tableBound ?? target.bound, value),
      );
      return [String(at + 1), target.tableIndicator ?? target.indicator, target.tableUnit ?? target.unit, ...(target.shifted ? [...cells.slice(1), ''] : cells), target.lead];
    }),
  ];
}

function taskRows({ tasks }: Plan): string[][] {
  return [
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian thực hiện', 'Sản phẩm'],
    ...tasks.map(({ text, lead, others, deadline, product }, at) => [String(at + 1), text, lead, others.join('; '), deadline, product]),
  ];
}
