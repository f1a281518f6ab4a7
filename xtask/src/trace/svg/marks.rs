//! Arrows that differ in their shapes, not only in their colours.

use crate::messages::trace::Shape;

/// The two ends of an arrow, the class of its colour, and the marks it is made of.
struct Arrow<'a> {
    class: &'a str,
    start: f64,
    tip: f64,
    y: f64,
    /// 1 to the right, -1 to the left.
    ahead: f64,
}

/// An arrow with the marks of its kind.
pub(super) fn arrow(shape: Shape, class: &str, start: f64, tip: f64, y: f64) -> String {
    let ahead = (tip - start).signum();
    let arrow = Arrow {
        class,
        start,
        tip,
        y,
        ahead,
    };
    let back = tip - 9.0 * ahead;
    match shape {
        Shape::Connect => arrow.line("", tip) + &arrow.open_head() + &arrow.circle(),
        Shape::Data => arrow.line("", back) + &arrow.head(),
        Shape::End => arrow.line(" dashed", back) + &arrow.head() + &arrow.bar(),
        Shape::Close => arrow.line(" dashed", tip) + &arrow.bar() + &arrow.square(),
        Shape::Reset => arrow.flash() + &arrow.cross(tip - 8.0 * ahead),
        Shape::Refused => arrow.line(" dashed", back) + &arrow.cross(back),
    }
}

impl Arrow<'_> {
    fn line(&self, dashes: &str, to: f64) -> String {
        let Arrow {
            class, start, y, ..
        } = self;
        format!("<path class=\"arrow {class}{dashes}\" d=\"M{start} {y}H{to}\"/>")
    }

    fn head(&self) -> String {
        let Arrow { class, tip, y, .. } = self;
        let (back, top, bottom) = (tip - 9.0 * self.ahead, y - 5.0, y + 5.0);
        format!("<path class=\"{class} full\" d=\"M{tip} {y}L{back} {top}V{bottom}Z\"/>")
    }

    fn open_head(&self) -> String {
        let Arrow { class, tip, y, .. } = self;
        let (back, top, bottom) = (tip - 9.0 * self.ahead, y - 5.0, y + 5.0);
        format!("<path class=\"arrow {class}\" d=\"M{back} {top}L{tip} {y}L{back} {bottom}\"/>")
    }

    fn circle(&self) -> String {
        let Arrow {
            class, start, y, ..
        } = self;
        format!("<circle class=\"hollow {class}\" cx=\"{start}\" cy=\"{y}\" r=\"5\"/>")
    }

    fn square(&self) -> String {
        let (class, x, y) = (self.class, self.start - 5.0, self.y - 5.0);
        format!("<rect class=\"{class} full\" x=\"{x}\" y=\"{y}\" width=\"10\" height=\"10\"/>")
    }

    fn bar(&self) -> String {
        let (class, tip, top, bottom) = (self.class, self.tip, self.y - 8.0, self.y + 8.0);
        format!("<path class=\"arrow {class}\" d=\"M{tip} {top}V{bottom}\"/>")
    }

    fn cross(&self, x: f64) -> String {
        let (class, top, bottom) = (self.class, self.y - 6.0, self.y + 6.0);
        let (left, right) = (x - 6.0, x + 6.0);
        format!(
            "<path class=\"arrow {class}\" d=\"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}\"/>"
        )
    }

    /// A line that is broken in its middle.
    fn flash(&self) -> String {
        let Arrow {
            class,
            start,
            tip,
            y,
            ahead,
        } = self;
        let middle = (start + tip) / 2.0;
        let (before, behind) = (middle - 6.0 * ahead, middle + 6.0 * ahead);
        let (top, bottom) = (y - 8.0, y + 8.0);
        format!(
            "<path class=\"arrow {class}\" d=\"M{start} {y}H{before}L{middle} {top}V{bottom}L{behind} {y}H{tip}\"/>"
        )
    }
}
