//! display_safe
