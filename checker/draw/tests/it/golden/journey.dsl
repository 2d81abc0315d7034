// Written by `cargo stateline map`: to be renewed, not edited.
workspace "The map" {
  !identifiers flat
  model {
    system = softwareSystem "The system" {
      c_compliance = container "compliance" "People who decide what no program may." {
        m_compliance = component "compliance"
      }
      c_payments = container "payments" "Moves clients’ money out." {
        m_payments = component "payments"
      }
      t_compliance_decided = container "compliance.decided" "" "compliance::Decided" "Topic"
    }
    c_compliance -> t_compliance_decided "publishes 1" "" "Message"
    t_compliance_decided -> c_payments "is heard by 1" "" "Message"
  }
  views {
    systemContext system "world" {
      include *
      autoLayout lr
    }
    container system "map" {
      include *
      autoLayout lr
    }
    component c_compliance "c_compliance" {
      include *
      autoLayout lr
    }
    component c_payments "c_payments" {
      include *
      autoLayout lr
    }
    styles {
      element "Container" {
        background #dbe9d8
        color #1b2a19
      }
      element "Component" {
        background #eef5ec
        color #1b2a19
      }
      element "External" {
        background #e4e4e4
        color #222222
        border dashed
      }
      element "Topic" {
        shape pipe
        background #fdf3d0
        color #33280a
      }
      relationship "Use" {
        style dotted
      }
      relationship "Call" {
        style solid
        thickness 3
      }
      relationship "NotAllowed" {
        color #b3261e
        style solid
        thickness 4
      }
      relationship "Tolerated" {
        color #b3261e
        style dashed
      }
    }
  }
}
