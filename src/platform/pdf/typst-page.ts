/**
 * The page, in Typst: settings, head, foot and what comes after the totals.
 * The buyer's block stands 110 mm from the left and 48 mm from the top: it shows through a French DL window (NF Z 11-001).
 */
export const PAGE_HEAD = `
#let data = json(bytes(sys.inputs.data))
#let accent = rgb(data.accent)
#let tint = rgb(data.tint)
#let ink = rgb("#1c2128")
#let soft = rgb("#57606a")
#let hair = rgb("#d8dde3")
#let has(value) = value != none and value != ""

#set document(
  title: data.title,
  author: data.author,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)),
)
#set text(font: "Source Sans 3", size: 9.5pt, fill: ink, lang: data.language, number-type: "lining", hyphenate: false)
#set par(leading: 0.52em, spacing: 0.8em)
#let small(body, fill: soft) = text(size: 8pt, fill: fill, body)
#let figures(body) = text(number-width: "tabular", hyphenate: false, body)
#let label(body) = text(size: 7.6pt, fill: soft, weight: "semibold", tracking: 0.02em, body)

#show heading: it => it.body
#let title(level, size, body, fill: ink) = heading(level: level, outlined: false, text(size: size, weight: "semibold", fill: fill, body))

#set page(
  paper: "a4",
  margin: (left: 20mm, right: 20mm, top: 18mm, bottom: 12mm + 3.4mm * calc.max(data.footer.len(), 2)),
  header-ascent: 5mm,
  footer-descent: 3.5mm,
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: soft)
    data.runningTitle
    v(-0.45em)
    line(length: 100%, stroke: 0.4pt + hair)
  },
  footer: context {
    set text(size: 7.2pt, fill: soft)
    set par(leading: 0.42em, justify: false)
    line(length: 100%, stroke: 0.4pt + hair)
    v(-0.3em)
    let pages = counter(page).final().first()
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      data.footer.join(linebreak()),
      if pages > 1 {
        figures(data.pageLabel.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(pages)))
      },
    )
  },
  background: if has(data.draft) {
    rotate(-35deg, text(size: 96pt, weight: "bold", fill: luma(238), data.draft))
  },
)

// Head: who sells on the left, what it is and for whom on the right. The right column keeps its heights: the window.
#grid(
  columns: (1fr, 80mm),
  column-gutter: 6mm,
  if data.logo != none {
    block(height: 30mm, below: 0pt, context {
      let natural = measure(image(data.logo.path))
      let scale = calc.min(72mm / natural.width, 22mm / natural.height)
      image(data.logo.path, alt: data.logo.alt, width: natural.width * scale)
    })
    text(weight: "semibold", data.seller.name)
    if has(data.seller.trade) { linebreak(); small(data.seller.trade) }
    linebreak()
    data.seller.lines.join(linebreak())
  } else {
    par(leading: 0.4em, text(size: 18pt, weight: "semibold", fill: accent, data.seller.name))
    if has(data.seller.trade) { block(above: 6pt, below: 0pt, small(data.seller.trade)) }
    if data.seller.lines.len() > 0 { block(above: 10pt, data.seller.lines.join(linebreak())) }
  },
  {
    block(height: 30mm, below: 0pt, {
    title(1, 18pt, data.kind)
    if has(data.number) {
      v(-0.9em)
      text(size: 11pt, fill: soft, figures(data.number))
    } else if has(data.draft) {
      v(-0.9em)
      text(size: 11pt, fill: soft, data.draft)
    }
    })
    label(data.buyer.label)
    v(-0.35em)
    text(size: 10.5pt, weight: "semibold", data.buyer.name)
    v(-0.3em)
    data.buyer.lines.join(linebreak())
    if data.delivery != none {
      v(0.4em)
      label(data.delivery.label)
      v(-0.35em)
      data.delivery.lines.join(linebreak())
    }
  },
)
#v(5mm)

// Dates and references.
#if data.facts.len() > 0 {
  let across = if data.facts.len() > 5 { calc.ceil(data.facts.len() / calc.ceil(data.facts.len() / 4)) } else { data.facts.len() }
  block(width: 100%, fill: tint, radius: 2.5pt, outset: (x: 9pt), inset: (y: 7.5pt), grid(
    columns: if across < 4 { (42mm,) * across } else { (1fr,) * across },
    column-gutter: 10pt,
    row-gutter: 9pt,
    ..data.facts.map(fact => { label(fact.label); v(-0.35em); figures(fact.value) }),
  ))
}
#if has(data.subject) {
  v(3mm)
  title(2, 11.5pt, data.subject)
}
#if has(data.introduction) {
  v(1mm)
  data.introduction
}
#v(3.5mm)

`;

export const PAGE_TAIL = `
#if schedule != none and not short-schedule { v(4mm); schedule }
#if has(data.note) {
  v(3mm)
  block(width: 100%, inset: (left: 9pt, y: 2pt), stroke: (left: 1.6pt + accent), data.note)
}

// Law.
#if data.mentions.len() > 0 {
  v(3.5mm)
  set par(leading: 0.45em, spacing: 0.55em)
  set text(hyphenate: true)
  block(breakable: false, data.mentions.map(it => par(small(it))).join())
}
#if data.conditions != none {
  let heading = { title(2, 9pt, data.conditions.title); v(-0.2em) }
  set text(size: 7.4pt, hyphenate: true)
  set par(leading: 0.44em, spacing: 0.75em, justify: true)
  let body = text(fill: soft, data.conditions.paragraphs.map(it => par(it)).join())
  v(6mm, weak: true)
  // Two columns of equal height with their title when they fit on a page, pages of their own beyond.
  layout(size => {
    let whole = measure(block(width: (size.width - 9mm) / 2, body)).height
    let half = whole / 2 + 14pt
    if half < 200mm {
      block(breakable: false, { heading; block(height: half, columns(2, gutter: 9mm, body)) })
    } else {
      heading
      columns(2, gutter: 9mm, body)
    }
  })
}

#if data.xml != none {
  pdf.attach(
    "factur-x.xml",
    bytes(data.xml.text),
    relationship: "alternative",
    mime-type: "text/xml",
    description: data.xml.description,
  )
}
`;
