/** Running text in Typst: titles, paragraphs, lists, tables, breaks; then the page of signatures. */
export const PAGES_TEMPLATE = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb(data.accent)
#let ink = rgb("#1c2128")
#let soft = rgb("#57606a")
#let hair = rgb("#d8dde3")

#set document(
  title: data.title,
  author: data.author,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)),
)
#set text(font: "Source Sans 3", size: 10.5pt, fill: ink, lang: data.language, number-type: "lining", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#show heading: it => it.body

#let run(it) = {
  let body = it.text.split("\\n").map(part => [#part]).join(linebreak())
  if it.underline { body = underline(offset: 1.6pt, body) }
  if it.italic { body = emph(body) }
  if it.bold { body = strong(body) }
  body
}
#show strong: set text(weight: "semibold")
#let runs(list) = list.map(run).join()
#let alignments = (left: left, center: center, right: right, justify: left)
#let placed(how, body) = align(alignments.at(how), body)

#let title(level, how, body) = {
  let sizes = (19pt, 12.5pt, 11pt, 10.5pt)
  let size = sizes.at(calc.min(level, 4) - 1)
  let above = if level == 1 { 0pt } else { 15pt - 2pt * calc.min(level, 4) }
  block(above: above + 4pt, below: if level == 1 { 12pt } else { 6pt }, sticky: true, width: 100%, {
    set par(leading: 0.45em, justify: false)
    placed(how, heading(level: calc.min(level, 6), outlined: true, text(
      size: size,
      weight: "semibold",
      fill: if level < 3 { accent } else { ink },
      hyphenate: false,
      body,
    )))
  })
}

// Neighbours of one list stand together: readers of a screen hear how many there are.
#let grouped(blocks) = {
  let groups = ()
  for it in blocks {
    let last = if groups.len() > 0 { groups.last() }
    if it.kind == "item" and last != none and last.kind == "items" and last.level == it.level {
      groups.last().items.push(it)
    } else if it.kind == "item" {
      groups.push((kind: "items", level: it.level, items: (it,)))
    } else { groups.push(it) }
  }
  groups
}

#let flow(blocks, top: true) = {
  for it in grouped(blocks) {
    if it.kind == "heading" { title(it.level, it.align, runs(it.inlines)) }
    else if it.kind == "paragraph" {
      set par(justify: it.align == "justify")
      if it.inlines.len() == 0 { v(0.5em) } else {
        pad(left: it.indent * 1mm, block(width: 100%, placed(it.align, par(runs(it.inlines)))))
      }
    } else if it.kind == "items" {
      let labels = it.items.map(item => item.label)
      enum(
        numbering: n => labels.at(n - 1),
        indent: 3mm + it.level * 6mm,
        body-indent: 2.5mm,
        spacing: 0.7em,
        number-align: start,
        ..it.items.map(item => runs(item.inlines)),
      )
    } else if it.kind == "table" {
      let cell(inner) = table.cell(colspan: inner.span, flow(inner.blocks, top: false))
      let heads = it.rows.slice(0, it.head)
      let rows = it.rows.slice(it.head)
      block(above: 1.1em, below: 1.1em, table(
        columns: it.widths.map(share => share * 1fr),
        stroke: if it.ruled { 0.5pt + hair } else { none },
        inset: if it.ruled { (x: 6pt, y: 6pt) } else { (x: 0pt, y: 3pt) },
        fill: (x, y) => if it.ruled and y < it.head { luma(246) },
        ..if heads.len() > 0 { (table.header(..heads.flatten().map(cell)),) },
        ..rows.flatten().map(cell),
      ))
    } else if it.kind == "drawing" {
      block(above: 1em, below: 1em, image(bytes(it.svg), format: "svg", alt: it.alt, width: 100%))
    } else if it.kind == "break" and top { pagebreak(weak: true) }
  }
}

#set page(
  paper: "a4",
  margin: (left: 24mm, right: 24mm, top: if data.header.len() > 0 { 32mm } else { 22mm }, bottom: 26mm),
  header: if data.header.len() > 0 { set text(size: 8.5pt, fill: soft); flow(data.header, top: false) },
  header-ascent: 7mm,
  footer-descent: 7mm,
  footer: context {
    set text(size: 8pt, fill: soft)
    set par(leading: 0.45em, spacing: 0.5em)
    line(length: 100%, stroke: 0.4pt + hair)
    v(-0.35em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      if data.footer.len() > 0 { flow(data.footer, top: false) } else { data.title },
      text(number-width: "tabular", str(counter(page).get().first()) + " / " + str(counter(page).final().first())),
    )
  },
)

#flow(data.blocks)

#if data.trail != none {
  let trail = data.trail
  pagebreak(weak: true)
  title(1, "left", trail.title)
  trail.introduction
  v(2mm)
  grid(columns: (42mm, 1fr), row-gutter: 7pt, column-gutter: 5mm,
    ..trail.facts.map(fact => (text(fill: soft, fact.label), text(size: 9pt, hyphenate: false, fact.value))).flatten())
  v(2mm)
  for signer in trail.signers {
    block(width: 100%, breakable: false, inset: 10pt, radius: 3pt, stroke: 0.5pt + hair, above: 9pt, {
      grid(columns: (1fr, 52mm), column-gutter: 6mm,
        {
          strong(signer.name)
          linebreak()
          text(fill: soft, signer.quality)
          v(-0.2em)
          set text(size: 9pt)
          set par(leading: 0.5em)
          signer.lines.join(linebreak())
        },
        if signer.drawing != none { align(right + horizon, image(bytes(signer.drawing.svg), format: "svg", alt: signer.drawing.alt, width: 50mm)) },
      )
    })
  }
  title(2, "left", trail.historyTitle)
  set text(size: 9pt)
  grid(columns: (46mm, 1fr), row-gutter: 5pt, column-gutter: 5mm,
    ..trail.history.map(line => (text(fill: soft, number-width: "tabular", line.at), line.what)).flatten())
  v(3mm)
  set par(justify: false)
  if trail.check != none {
    block(breakable: false, grid(columns: (26mm, 1fr), column-gutter: 5mm,
      image(bytes(trail.check.svg), format: "svg", alt: trail.check.alt, width: 26mm),
      { text(fill: soft, trail.closing); parbreak(); strong(trail.check.label); linebreak(); text(hyphenate: false, trail.check.address) }))
  } else { text(fill: soft, trail.closing) }
}

#if data.attachment != none {
  pdf.attach(
    data.attachment.name,
    read(data.attachment.path, encoding: none),
    relationship: "source",
    mime-type: "application/pdf",
    description: data.attachment.description,
  )
}
`;
