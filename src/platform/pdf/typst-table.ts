/** The lines and the totals, in Typst. */
export const TABLE = `
// Lines.
// A group's title comes back on the next page when every line belongs to a titled group.
#let repeat-groups = data.rows.len() > 0 and data.rows.first().type == "group"
#let group-cell(row) = table.cell(colspan: 6, inset: (x: 0pt, top: 10pt, bottom: 4pt), title(2, 10pt, row.title, fill: accent))
#let cells(row) = if row.type == "text" {
  (table.cell(colspan: 6, text(fill: soft, style: "italic", row.text)),)
} else if row.type == "subtotal" {
  (
    table.cell(colspan: 5, align: right, text(weight: "semibold", row.label)),
    table.cell(align: right, text(weight: "semibold", figures(row.amount))),
  )
} else if row.type == "group" {
  (group-cell(row),)
} else {
  (
    {
      text(weight: "semibold", row.name)
      if has(row.description) { linebreak(); small(row.description) }
      if has(row.discount) { linebreak(); small(figures(row.discount)) }
    },
    figures(row.quantity),
    row.unit,
    figures(row.unitPrice),
    figures(row.vat),
    figures(row.amount),
  )
}
#let rows = data.rows.slice(0, data.tail).map(row => if row.type == "group" {
  (table.header(level: 2, repeat: repeat-groups, group-cell(row)),)
} else { cells(row) }).flatten()

#let head(body, ..options) = table.cell(stroke: (bottom: 0.9pt + accent), inset: (top: 0pt, bottom: 5pt), ..options,
  text(size: 8pt, weight: "semibold", fill: accent, hyphenate: false, body))

// Totals: VAT and the way to pay on the left, amounts and their dates on the right.
#let box-title(body) = title(2, 9.5pt, body, fill: accent)
#let vat-table = if data.vatTable != none {
  table(
    columns: (1fr, 28mm, 24mm),
    align: (left, right, right),
    inset: (x: 0pt, y: 3pt),
    stroke: none,
    table.header(..data.vatTable.head.map(it => label(it))),
    table.hline(stroke: 0.4pt + hair),
    ..data.vatTable.rows.flatten().map(it => small(figures(it), fill: ink)),
  )
}
#let payment = if data.payment != none {
  box-title(data.payment.title)
  v(-0.2em)
  if data.payment.lines.len() > 0 {
    grid(
      columns: (19mm, 1fr),
      row-gutter: 4.5pt,
      ..data.payment.lines.map(it => (small(it.label), text(spacing: 140%, figures(it.value)))).flatten(),
    )
  }
  if has(data.payment.other) { par(data.payment.other) }
}
#let schedule = if data.schedule != none {
  box-title(data.schedule.title)
  v(-0.2em)
  grid(
    columns: (1fr, auto, auto),
    column-gutter: 10pt,
    row-gutter: 4.5pt,
    align: (left, right, right),
    ..data.schedule.rows.flatten().map(it => figures(it)),
  )
}
#let signature = if data.signature != none {
  block(width: 100%, height: 31mm, stroke: 0.6pt + hair, radius: 2.5pt, inset: 8pt, {
    box-title(data.signature.title)
    v(-0.3em)
    if has(data.signature.accepted) { data.signature.accepted } else { small(data.signature.text) }
  })
}
// Under the bank's details when the amounts are many, else under what is due.
#let crowded = data.totals.len() > 5 or data.schedule != none
#let payment-code = if data.payment != none and data.payment.code != none {
  let drawing = image(bytes(data.payment.code.svg), format: "svg", width: 21mm, alt: data.payment.code.alt)
  let help = small(data.payment.code.help)
  if crowded { grid(columns: (21mm, 1fr), column-gutter: 2mm, align: horizon, drawing, help) } else {
    grid(columns: (1fr, 21mm), column-gutter: 2mm, align: (right + horizon, right), help, drawing)
  }
}
#let short-schedule = data.schedule != none and data.schedule.rows.len() <= 8
#let totals = grid(
  columns: (76mm, 80mm),
  column-gutter: 1fr,
  {
    vat-table
    for mention in data.vatMentions { block(above: 5pt, below: 0pt, small(fill: ink, mention)) }
    if payment != none { v(5mm); payment }
    if payment-code != none and crowded { v(1mm); move(dx: -2.2mm, payment-code) }
    if signature != none { v(5mm); signature }
  },
  {
    grid(
      columns: (1fr, auto),
      column-gutter: 8pt,
      row-gutter: 6.2pt,
      align: (left, right),
      ..data.totals.map(total => {
        let weight = if total.strong { "semibold" } else { "regular" }
        (text(weight: weight, total.label), text(weight: weight, figures(total.amount)))
      }).flatten(),
    )
    block(width: 100%, above: 9pt, below: 0pt, fill: accent, radius: 2.5pt, outset: (x: 9pt), inset: (y: 8pt), {
      set text(fill: white, weight: "semibold", size: 12pt)
      grid(columns: (1fr, auto), column-gutter: 8pt, data.due.label, figures(data.due.amount))
    })
    if has(data.due.settled) {
      align(right, block(above: 7pt, text(fill: accent, weight: "semibold", data.due.settled)))
    }
    if short-schedule { v(5mm); schedule }
    if payment-code != none and not crowded { v(3mm); payment-code }
  },
)

#table(
  columns: (1fr, auto, auto, auto, auto, auto),
  align: (left, right, left, right, right, right),
  inset: (x, y) => (
    left: if x == 0 { 0pt } else if x == 2 { 3pt } else { 12pt },
    right: 0pt,
    top: 6pt,
    bottom: 6pt,
  ),
  stroke: (x, y) => (bottom: 0.4pt + hair),
  table.header(
    head(data.columns.name, align: left),
    head(data.columns.quantity, colspan: 2, align: center),
    head(data.columns.unitPrice),
    head(data.columns.vat),
    head(data.columns.amount),
  ),
  ..rows,
  // A footer is never cut: the last line goes with the totals.
  ..if data.short { () } else {
    (table.footer(
      repeat: false,
      ..data.rows.slice(data.tail).map(cells).flatten(),
      table.cell(colspan: 6, breakable: false, stroke: none, inset: (x: 0pt, top: 10pt, bottom: 0pt), align: left, totals),
    ),)
  },
)
#if data.short { block(above: 10pt, breakable: false, totals) }
`;
